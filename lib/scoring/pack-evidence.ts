import type { CompiledIntent, CompiledRubric } from './compile-rubric';
import { decayWeight } from './decay';
import type { Measures, PreparedLead } from './evidence';
import { ageInDays } from './instants';
import type { MatchList } from './match-events';
import { countExisting, keyOf, listExisting, type Measure } from './measure-intent';
import type { EventInput, IntentCriterion } from './types';

/*
 * Packed evidence, little endian: a format byte; `createdAt` in milliseconds (float64); a bit for each fit condition and
 * disqualifier; then for each intent criterion that has events its place (uint16), their number (uint32), their instants
 * (float64) and, where distinct leads are counted, a number that stands for each event's lead (uint32).
 */
const FORMAT = 1;
const HEAD_BYTES = 9;
const LIST_HEAD_BYTES = 6;

interface Kept {
  at: number[];
  /** Empty unless distinct leads are counted. */
  leads: number[];
}

/** Whether a criterion counts distinct leads, so that it matters whose an event was. */
export function countsLeads({ criterion }: CompiledIntent): boolean {
  return criterion.kind === 'threshold' && criterion.count === 'leads';
}

/** Places of the events before `existing` that may ever count again, newest first. */
function listCounting(criterion: IntentCriterion, list: MatchList, existing: number, asOf: number): number[] {
  const places: number[] = [];
  if (criterion.kind === 'inactivity') return existing > 0 ? [existing - 1] : [];
  if (criterion.kind === 'each') {
    const oldest = Math.max(0, existing - (criterion.limit ?? existing));
    for (let i = existing - 1; i >= oldest; i -= 1) {
      if (decayWeight(criterion.decay, ageInDays(list.at[i] ?? 0, asOf)) === 0) break;
      places.push(i);
    }
    return places;
  }
  const seen = new Set<string | number>();
  for (let i = existing - 1; i >= 0 && seen.size < criterion.atLeast; i -= 1) {
    const at = list.at[i] ?? 0;
    if (ageInDays(at, asOf) >= criterion.withinDays) break;
    const key = keyOf(criterion, list, i);
    if (key === null || seen.has(key)) continue;
    seen.add(key);
    places.push(i);
  }
  // Too few events never become enough by themselves: with none still to come, they need not be remembered.
  return seen.size < criterion.atLeast && existing === list.at.length ? [] : places;
}

/** A number for each event's lead, the same for the same lead; 0 for none. */
function numberLeads(list: MatchList, places: readonly number[]): number[] {
  const numbers = new Map<string, number>();
  return places.map((place) => {
    const leadId = list.events[place]?.leadId ?? null;
    if (leadId === null) return 0;
    const number = numbers.get(leadId) ?? numbers.size + 1;
    numbers.set(leadId, number);
    return number;
  });
}

const scratch: Measure = { units: 0, slope: 0, until: 0 };

/** What of a criterion's events bears on its units at `asOf` and after. */
function keepCounting(intent: CompiledIntent, matched: MatchList, asOf: number): Kept {
  const list = intent.whereTimed ? listExisting(intent, matched, asOf, scratch) : matched;
  const existing = countExisting(list.at, asOf);
  const places = listCounting(intent.criterion, list, existing, asOf).reverse();
  for (let i = existing; i < list.at.length; i += 1) places.push(i);
  const at = places.map((place) => list.at[place] ?? 0);
  return { at, leads: countsLeads(intent) ? numberLeads(list, places) : [] };
}

function countConditionBytes({ fitCount, rubric }: CompiledRubric): number {
  return Math.ceil((fitCount + rubric.disqualifiers.length) / 8);
}

function setBit(bytes: Uint8Array, bit: number): void {
  const place = HEAD_BYTES + (bit >> 3);
  bytes[place] = (bytes[place] ?? 0) | (1 << (bit & 7));
}

/**
 * A lead's evidence in about a hundred bytes: the answers of its conditions, and the instants of those events that count
 * at the measures' instant or may count later. From it, its units can be measured again at that instant, and where
 * {@link keepsTime} at any later one, without the lead's attributes and events.
 *
 * @param measures of the lead, as of the instant to pack.
 */
export function packEvidence(
  compiled: CompiledRubric,
  { createdAt, lists }: PreparedLead,
  measures: Measures,
): Uint8Array {
  const { fitCount, intent } = compiled;
  const kept = lists.map((list, place) => {
    const criterion = intent[place];
    return list && criterion ? keepCounting(criterion, list, measures.asOf) : { at: [], leads: [] };
  });
  const conditionBytes = countConditionBytes(compiled);
  const size = kept.reduce(
    (sum, { at, leads }) => sum + (at.length > 0 ? LIST_HEAD_BYTES + at.length * 8 + leads.length * 4 : 0),
    HEAD_BYTES + conditionBytes,
  );
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, FORMAT);
  view.setFloat64(1, createdAt, true);
  for (let i = 0; i < fitCount; i += 1) if (measures.units[i] === 1) setBit(bytes, i);
  for (let i = 0; i < measures.disqualified.length; i += 1) {
    if (measures.disqualified[i] === 1) setBit(bytes, fitCount + i);
  }
  let offset = HEAD_BYTES + conditionBytes;
  kept.forEach(({ at, leads }, place) => {
    if (at.length === 0) return;
    view.setUint16(offset, place, true);
    view.setUint32(offset + 2, at.length, true);
    offset += LIST_HEAD_BYTES;
    for (const instant of at) {
      view.setFloat64(offset, instant, true);
      offset += 8;
    }
    for (const lead of leads) {
      view.setUint32(offset, lead, true);
      offset += 4;
    }
  });
  return bytes;
}

/** An event of which nothing is known but whose it was: enough to tell one colleague from another. */
export function standIn(lead: number): EventInput {
  const leadId = lead === 0 ? null : String(lead);
  return { id: '', leadId, companyId: null, type: '', at: 0, properties: {} };
}

/**
 * Reads what {@link packEvidence} wrote, ready to be measured.
 *
 * @param compiled the rubric it was packed for.
 * @throws RangeError when the bytes are not packed evidence of such a rubric.
 */
export function unpackEvidence(compiled: CompiledRubric, leadId: string, bytes: Uint8Array): PreparedLead {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint8(0) !== FORMAT) throw new RangeError('The evidence is packed in an unknown format.');
  const createdAt = view.getFloat64(1, true);
  const count = compiled.fitCount + compiled.rubric.disqualifiers.length;
  const answers = new Uint8Array(count);
  for (let i = 0; i < count; i += 1) answers[i] = (view.getUint8(HEAD_BYTES + (i >> 3)) >> (i & 7)) & 1;
  const lists = new Array<MatchList | undefined>(compiled.intent.length).fill(undefined);
  let offset = HEAD_BYTES + countConditionBytes(compiled);
  while (offset < bytes.byteLength) {
    const place = view.getUint16(offset, true);
    const size = view.getUint32(offset + 2, true);
    const intent = compiled.intent[place];
    if (!intent) throw new RangeError(`The evidence is of another rubric: it has no criterion ${place}.`);
    offset += LIST_HEAD_BYTES;
    const list: MatchList = { at: [], events: [] };
    for (let i = 0; i < size; i += 1, offset += 8) list.at.push(view.getFloat64(offset, true));
    if (countsLeads(intent)) {
      for (let i = 0; i < size; i += 1, offset += 4) list.events.push(standIn(view.getUint32(offset, true)));
    }
    lists[place] = list;
  }
  const lead = { id: leadId, email: null, createdAt, attributes: {} };
  return { lead, createdAt, lists, answers };
}

/**
 * Marks the criteria that count for a lead at its evidence's instant, or may later without anything new, by what was
 * packed.
 *
 * @param view holds the packed bytes from `start` to `end`.
 * @param marks one per criterion, fit first: 1 where it may count.
 */
export function markCounting(
  { fitCount, intent, rubric }: CompiledRubric,
  view: DataView,
  start: number,
  end: number,
  marks: Uint8Array,
): void {
  if (view.getUint8(start) !== FORMAT) throw new RangeError('The evidence is packed in an unknown format.');
  for (let i = 0; i < fitCount; i += 1) {
    marks[i] = (view.getUint8(start + HEAD_BYTES + (i >> 3)) >> (i & 7)) & 1;
  }
  for (let i = 0; i < intent.length; i += 1) {
    marks[fitCount + i] = intent[i]?.criterion.kind === 'inactivity' ? 1 : 0;
  }
  let offset = start + HEAD_BYTES + Math.ceil((fitCount + rubric.disqualifiers.length) / 8);
  while (offset < end) {
    const place = view.getUint16(offset, true);
    const one = intent[place];
    if (!one) throw new RangeError(`The evidence is of another rubric: it has no criterion ${place}.`);
    marks[fitCount + place] = 1;
    offset += LIST_HEAD_BYTES + view.getUint32(offset + 2, true) * (countsLeads(one) ? 12 : 8);
  }
}

/** Whether time turns no condition of a rubric, so that packed evidence says all there is to know of later instants. */
export function keepsTime({ timedConditions, intent }: CompiledRubric): boolean {
  return timedConditions.length === 0 && !intent.some(({ whereTimed }) => whereTimed);
}
