import { z } from 'zod';
import type { UnitColumn } from '@/lib/scoring/score-columns';
import type { DealRows, EvidencePart, LeadRows } from './types';

/*
 * A part as it travels: the length of a head (uint32, little endian), the head as JSON, then the arrays it names, each
 * from a multiple of eight bytes on, so that they can be used where they lie.
 */

const ALIGNMENT = 8;
const LENGTH_BYTES = 4;

type Numbers = Uint8Array | Uint16Array | Uint32Array | Float64Array;

const columnSchema = z.object({ touched: z.int().min(0), onlyOnes: z.boolean() });
const headSchema = z.object({
  asOf: z.number(),
  rowCount: z.int().min(0),
  fingerprint: z.string(),
  lastId: z.string().nullable(),
  kind: z.enum(['leads', 'deals']),
  people: z.array(z.object({ id: z.string(), name: z.string() })),
  columns: z.array(columnSchema),
});

const align = (offset: number) => Math.ceil(offset / ALIGNMENT) * ALIGNMENT;

function listArrays({ rows, columns }: EvidencePart): Numbers[] {
  const own = rows.kind === 'leads' ? [rows.ids, rows.waits] : [rows.won, rows.engagedAt];
  return [...own, ...columns.flatMap((column) => [column.rows, ...(column.units ? [column.units] : [])])];
}

/** Writes a part for a journey through the network or into another thread. */
export function writePart(part: EvidencePart): Uint8Array<ArrayBuffer> {
  const { asOf, rowCount, fingerprint, lastId, rows, columns } = part;
  const head: z.input<typeof headSchema> = {
    ...{ asOf, rowCount, fingerprint, lastId, kind: rows.kind },
    people: rows.kind === 'leads' ? [...rows.people] : [],
    columns: columns.map((column) => ({ touched: column.rows.length, onlyOnes: column.units === null })),
  };
  const headBytes = new TextEncoder().encode(JSON.stringify(head));
  const arrays = listArrays(part);
  let size = align(LENGTH_BYTES + headBytes.length);
  for (const array of arrays) size = align(size + array.byteLength);
  const bytes = new Uint8Array(size);
  new DataView(bytes.buffer).setUint32(0, headBytes.length, true);
  bytes.set(headBytes, LENGTH_BYTES);
  let offset = align(LENGTH_BYTES + headBytes.length);
  for (const array of arrays) {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), offset);
    offset = align(offset + array.byteLength);
  }
  return bytes;
}

/**
 * Reads what {@link writePart} wrote; the arrays stay where they lie.
 *
 * @throws ZodError or RangeError when it is something else, or was cut off.
 */
export function readPart(buffer: ArrayBuffer): EvidencePart {
  const headLength = new DataView(buffer).getUint32(0, true);
  const text = new TextDecoder().decode(new Uint8Array(buffer, LENGTH_BYTES, headLength));
  const { kind, people, columns, ...head } = headSchema.parse(JSON.parse(text));
  let next = align(LENGTH_BYTES + headLength);
  const skip = (bytes: number) => {
    const offset = next;
    next = align(offset + bytes);
    return offset;
  };
  const bytesOf = (count: number) => new Uint8Array(buffer, skip(count), count);
  const doublesOf = (count: number) => new Float64Array(buffer, skip(count * 8), count);
  const { rowCount } = head;
  const rows: LeadRows | DealRows =
    kind === 'leads'
      ? {
          kind,
          ids: bytesOf(rowCount * 16),
          waits: new Uint16Array(buffer, skip(rowCount * 2), rowCount),
          people,
        }
      : { kind, won: bytesOf(rowCount), engagedAt: doublesOf(rowCount) };
  const read = columns.map(({ touched, onlyOnes }): UnitColumn => ({
    rows: new Uint32Array(buffer, skip(touched * 4), touched),
    units: onlyOnes ? null : doublesOf(touched),
  }));
  return { ...head, rows, columns: read };
}
