import type { FactsReader } from '@/lib/facts/gathered-facts';
import type { CompiledRubric } from '@/lib/scoring/compile-rubric';
import { isTouched, planCarryOver, type Glance } from './carry-over';
import { listAnew } from './plan-gathering';

/** Scores of one version that a transaction holds, packed into one value, see `HOLD_BLOCKS`. */
export interface HeldScores {
  versionId: string;
  packed: Uint8Array;
}

/** Scores by where they are kept. */
export interface Glanced {
  /** Those that the live version leaves as they are. */
  untouched: string[];
  /** The others. */
  others: string[];
}

/* A held score: block (uint32), row in it (uint16), when it next changes (int64), its lead, evidence with its length. */
const NEXT_AT = 6;
const LEAD_AT = 14;
const LENGTH_AT = 30;
const EVIDENCE_AT = 34;

/** Postgres counts microseconds from 2000-01-01T00:00Z; the engine milliseconds from 1970. */
const POSTGRES_EPOCH_MS = Date.UTC(2000, 0, 1);

function prepareGlance(before: CompiledRubric | undefined, live: CompiledRubric): Glance | null {
  const plan = before ? planCarryOver(before, live) : null;
  const anew = plan && listAnew(live, plan);
  return before && plan && anew
    ? { version: before, plan, anew, marks: new Uint8Array(before.criteria.length) }
    : null;
}

/**
 * Tells apart held scores that another version leaves as they are from those that have to be measured, without unpacking
 * any: by whether anything that differs counts for them.
 *
 * @param before the version that they were measured by; undefined when it is not known.
 * @param gathered facts of everyone for the live version; null when there are none.
 * @param now milliseconds since 1970 UTC.
 */
export function glanceAt(
  packed: Uint8Array,
  before: CompiledRubric | undefined,
  live: CompiledRubric,
  gathered: FactsReader | null,
  now: number,
): Glanced {
  const result: Glanced = { untouched: [], others: [] };
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  const glance = prepareGlance(before, live);
  const isAsIs = (offset: number, end: number): boolean => {
    if (!glance || end === offset + EVIDENCE_AT || readNext(view, offset) <= now) return false;
    if (isTouched(glance, view, offset + EVIDENCE_AT, end)) return false;
    return glance.anew.length === 0 || gathered?.hasNone(view, offset + LEAD_AT, glance.anew) === true;
  };
  for (let offset = 0; offset < view.byteLength;) {
    const end = offset + EVIDENCE_AT + view.getUint32(offset + LENGTH_AT);
    const place = `(${view.getUint32(offset)},${view.getUint16(offset + 4)})`;
    (isAsIs(offset, end) ? result.untouched : result.others).push(place);
    offset = end;
  }
  return result;
}

function readNext(view: DataView, offset: number): number {
  const microseconds = view.getInt32(offset + NEXT_AT) * 4_294_967_296 + view.getUint32(offset + NEXT_AT + 4);
  return Math.floor(microseconds / 1000) + POSTGRES_EPOCH_MS;
}
