import { describe, expect, it } from 'vitest';
import { idAt, packIds } from './lead-ids';
import { readPart, writePart } from './part-frame';
import type { EvidencePart } from './types';

const IDS = [
  '0190a000-0000-7000-8000-00000000000a',
  'ffffffff-ffff-7fff-bfff-ffffffffffff',
  '0190a000-0000-7000-8000-0123456789ab',
];

const LEADS: EvidencePart = {
  asOf: 1_780_000_000_000,
  rowCount: 3,
  fingerprint: 'f',
  lastId: IDS[1] ?? null,
  rows: {
    kind: 'leads',
    ids: packIds(IDS),
    waits: Uint16Array.from([0, 1, 2]),
    people: [{ id: IDS[0] ?? '', name: 'Zoë' }],
  },
  columns: [
    { rows: Uint32Array.from([0, 2]), units: null },
    { rows: Uint32Array.from([1]), units: Float64Array.from([0.1]) },
    { rows: Uint32Array.from([]), units: null },
  ],
};

const DEALS: EvidencePart = {
  ...LEADS,
  lastId: null,
  rows: { kind: 'deals', won: Uint8Array.from([1, 0, 1]), engagedAt: Float64Array.from([1, 2, 3.5]) },
};

describe('a part on its way', () => {
  it.each([
    ['leads', LEADS],
    ['deals', DEALS],
  ])('comes back as it was: %s', (_name, part) => {
    expect(readPart(writePart(part).buffer)).toEqual(part);
  });

  it('is refused when it was cut off, or is something else', () => {
    const bytes = writePart(LEADS);
    expect(() => readPart(bytes.slice(0, bytes.length - 8).buffer)).toThrow(RangeError);
    expect(() => readPart(new TextEncoder().encode('{"error":"no"}').buffer)).toThrow();
  });
});

describe('packed ids', () => {
  it('are read back', () => {
    expect(IDS.map((_, row) => idAt(packIds(IDS), row))).toEqual(IDS);
  });
});
