import type { FactsReader } from '@/lib/facts/gathered-facts';
import type { CompiledRubric } from '@/lib/scoring/compile-rubric';
import { createMeasures, measureLead } from '@/lib/scoring/evidence';
import { findChangeAfter } from '@/lib/scoring/next-change';
import { unpackEvidence } from '@/lib/scoring/pack-evidence';
import { isTouched, planCarryOver, restsOnDiffering, type Glance } from './carry-over';
import { listAnew } from './plan-gathering';
import { placeToStore, type PlacedLead } from './score-facts';
import type { ScoredLead, ScoreReason } from './types';

/** Scores of one version that a transaction holds, packed into one value, see `HOLD_BLOCKS`. */
export interface HeldScores {
  versionId: string;
  packed: Uint8Array;
}

/** A score that comes out as it is stored, but will next change at another instant, or is owed to other points. */
export interface RenewedScore {
  place: string;
  reason: ScoreReason | null;
  nextChangeAt: string | null;
}

/** Scores by where they are kept. */
export interface Glanced {
  /** Those that the live version leaves as they are. */
  untouched: string[];
  renewed: RenewedScore[];
  /** Those that have to be written anew. */
  others: string[];
}

/* A held score: block (uint32), row in it (uint16), when it next changes (int64), its lead, lengths of gist and evidence, both. */
const NEXT_AT = 6;
const LEAD_AT = 14;
const GIST_LENGTH_AT = 30;
const EVIDENCE_LENGTH_AT = 34;
const GIST_AT = 38;

/** The upper half of Postgres's `infinity`. */
const NEVER = 0x7fffffff;

/** Postgres counts microseconds from 2000-01-01T00:00Z; the engine milliseconds from 1970. */
const POSTGRES_EPOCH_MS = Date.UTC(2000, 0, 1);

function prepareGlance(before: CompiledRubric | undefined, live: CompiledRubric): Glance | null {
  const plan = before ? planCarryOver(before, live) : null;
  const anew = plan && listAnew(live, plan);
  return before && plan && anew
    ? { version: before, plan, anew, marks: new Uint8Array(before.criteria.length) }
    : null;
}

/** What a score says, as one text: the same as `SCORE_GIST` makes of a stored one. */
function giveGist(scored: PlacedLead): string {
  const { reason } = scored;
  const lists = [scored.disqualifiedBy, scored.counted].map((list) => list.join(','));
  const parts = [scored.fit, scored.intent, scored.score, scored.tier, scored.quadrant, ...lists];
  return [...parts, reason?.criterionId, reason?.at]
    .filter((part) => part !== undefined && part !== null)
    .join('|');
}

/** Why a score that says what it said is as it is, and when it next changes. */
type Outlook = Pick<ScoredLead, 'reason' | 'nextChangeAt'>;

/** Measures held scores from their evidence alone: answers what one comes to, or null when it says anything new. */
function createComparison({ version, plan, anew }: Glance, live: CompiledRubric, now: number) {
  const scratch = createMeasures(live);
  return (bytes: Buffer, gist: number, evidence: number, end: number): Outlook | null => {
    if (!plan.sameLayout || anew.length > 0) return null;
    const lead = unpackEvidence(version, '', bytes.subarray(evidence, end));
    const measures = measureLead(live, lead, now, scratch);
    const placed = placeToStore(live, lead, measures);
    if (bytes.toString('utf8', gist, evidence) !== giveGist(placed)) return null;
    return { reason: placed.reason, nextChangeAt: findChangeAfter(live, lead, measures) };
  };
}

/** Whether a score that says what it said also changes when it would have, for a reason whose points are the same. */
function keepsWords(
  { reason, nextChangeAt }: Outlook,
  next: number,
  live: CompiledRubric,
  { plan }: Glance,
): boolean {
  return (nextChangeAt ?? Number.POSITIVE_INFINITY) === next && !restsOnDiffering(live, plan, reason);
}

function toRenewed(place: string, { reason, nextChangeAt }: Outlook): RenewedScore {
  return {
    place,
    reason,
    nextChangeAt: nextChangeAt === null ? null : new Date(nextChangeAt).toISOString(),
  };
}

/**
 * Tells apart held scores that another version leaves as they are from those that have to be written anew, without
 * reading more of them than their evidence: by whether anything that differs counts for them, and by what they come to.
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
  const result: Glanced = { untouched: [], renewed: [], others: [] };
  const bytes = Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength);
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  const glance = prepareGlance(before, live);
  const compare = glance && createComparison(glance, live, now);
  const sortOut = (place: string, offset: number, evidence: number, end: number): void => {
    const next = readNext(view, offset);
    if (!glance || !compare || end === evidence || next <= now) {
      result.others.push(place);
    } else if (isTouched(glance, view, evidence, end)) {
      const outlook = compare(bytes, offset + GIST_AT, evidence, end);
      if (!outlook) result.others.push(place);
      else if (keepsWords(outlook, next, live, glance)) result.untouched.push(place);
      else result.renewed.push(toRenewed(place, outlook));
    } else {
      const isKnown = glance.anew.length === 0 || gathered?.hasNone(view, offset + LEAD_AT, glance.anew);
      (isKnown ? result.untouched : result.others).push(place);
    }
  };
  for (let offset = 0; offset < view.byteLength;) {
    const evidence = offset + GIST_AT + view.getUint32(offset + GIST_LENGTH_AT);
    const end = evidence + view.getUint32(offset + EVIDENCE_LENGTH_AT);
    const place = `(${view.getUint32(offset)},${view.getUint16(offset + 4)})`;
    sortOut(place, offset, evidence, end);
    offset = end;
  }
  return result;
}

/** When a held score next changes, in milliseconds; infinite when it never does. */
function readNext(view: DataView, offset: number): number {
  if (view.getInt32(offset + NEXT_AT) === NEVER) return Number.POSITIVE_INFINITY;
  const microseconds = view.getInt32(offset + NEXT_AT) * 4_294_967_296 + view.getUint32(offset + NEXT_AT + 4);
  return Math.floor(microseconds / 1000) + POSTGRES_EPOCH_MS;
}
