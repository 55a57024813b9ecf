import { STANDARD_EVENT_TYPES } from '@/lib/events/constants';
import type { ActivityType, ScoreCause } from '@/lib/generated/prisma/enums';
import { describeScoreChange } from '@/lib/scores/describe-score-change';
import { readMoved } from '@/lib/scores/read-moved';
import { STANDARD_EVENT_LABELS, STANDARD_FIELD_LABELS } from '@/lib/scores/standard-labels';
import type { RuleNames } from '@/lib/scores/types';
import type { TIMELINE_KINDS } from './constants';
import type { Timeline } from './types';

export type TimelineKind = (typeof TIMELINE_KINDS)[number];

/** Something that happened to a lead, as the timeline tells it. */
export interface TimelineEntry {
  id: string;
  /** Milliseconds since 1970. */
  at: number;
  kind: TimelineKind;
  title: string;
  detail: string | null;
  /** Why an event is kept but not counted; null for one that counts. */
  filteredAs: string | null;
  /** Why it did not count until a person had it counted; null when no person did. */
  restoredFrom: string | null;
  /** The event it tells of; null when it tells of something else. */
  eventId: string | null;
  /** The merge it tells of, while that can be undone; null when it tells of something else. */
  mergeId: string | null;
  /** What it did to the tier, where it tells of the score. */
  change: ScoreStep | null;
}

export interface ScoreStep {
  tierBefore: string | null;
  tier: string;
}

/** Event types that tell of our own reps: logged elsewhere, and never counted as interest. */
export const REP_EVENT_TYPES: readonly string[] = STANDARD_EVENT_TYPES.filter(
  ({ subject }) => subject === 'rep',
).map(({ key }) => key);

/** Properties that say what an event was about, the most telling first. */
const TELLING = [
  'path',
  'title',
  'subject',
  'form',
  'feature',
  'round',
  'technology',
  'role',
  'city',
  'url',
  'name',
];

/** The one thing that an event was about, out of its properties: a page, a subject, a title; null when none is known. */
export function tellProperty(properties: unknown): string | null {
  if (typeof properties !== 'object' || properties === null) return null;
  const known = new Map<string, unknown>(Object.entries(properties));
  for (const key of TELLING) {
    const value = known.get(key);
    if (typeof value === 'string' && value.trim() !== '') return value;
    if (typeof value === 'number') return String(value);
  }
  return null;
}

/** A value as the timeline shows it. */
export function tellValue(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'unknown';
  if (Array.isArray(value)) return value.map(tellValue).join(', ');
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** A row of any of the timeline's sources. */
export interface TimelineRow {
  id: string;
  at: Date;
  kind: TimelineKind;
  what:
    'event' | 'company_event' | 'score' | 'assignment' | 'activity' | 'deal' | 'change' | 'created' | 'merge';
  word: string;
  who: string | null;
  detail: unknown;
  filteredAs: string | null;
  restoredFrom: string | null;
}

const ACTIVITY_WORDS: Record<ActivityType, string> = {
  call: 'Call logged',
  email: 'E-mail logged',
  meeting: 'Meeting logged',
  note: 'Note',
  qualified: 'Qualified',
  disqualified: 'Disqualified',
  snoozed: 'Snoozed',
  passed: 'Passed on',
  won: 'Won',
  lost: 'Lost',
};

/** Causes that the parts of a move do not tell. */
const CAUSE_WORDS: Partial<Record<ScoreCause, string>> = {
  merge: 'merged with another lead',
  restore: 'an event was restored or set aside',
};

const CAUSES: Record<ScoreCause, true> = {
  first: true,
  event: true,
  attribute: true,
  company: true,
  decay: true,
  rubric: true,
  merge: true,
  restore: true,
};

type RulesByNumber = ReadonlyMap<number, RuleNames>;

function isActivityType(word: string): word is ActivityType {
  return word in ACTIVITY_WORDS;
}

function isScoreCause(word: string): word is ScoreCause {
  return word in CAUSES;
}

function readDetail(row: TimelineRow): Map<string, unknown> {
  return new Map(typeof row.detail === 'object' && row.detail !== null ? Object.entries(row.detail) : []);
}

function readText(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function readNumber(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}

function tellDeal(row: TimelineRow): Pick<TimelineEntry, 'title' | 'detail'> {
  const detail = readDetail(row);
  const amount = detail.get('amount');
  const money =
    amount === null || amount === undefined
      ? null
      : `${Number(amount).toLocaleString('en-GB')} ${tellValue(detail.get('currency'))}`;
  const title = row.word === 'open' ? 'Deal opened' : row.word === 'won' ? 'Deal won' : 'Deal lost';
  return { title, detail: [row.who, money, readText(detail.get('reason'))].filter(Boolean).join(', ') };
}

function tellActivity(row: TimelineRow): Pick<TimelineEntry, 'title' | 'detail'> {
  const detail = readDetail(row);
  const words = isActivityType(row.word) ? ACTIVITY_WORDS[row.word] : row.word;
  // A snooze keeps its instant as its outcome; the entry's own time says enough here.
  const outcome = row.word === 'snoozed' ? null : readText(detail.get('outcome'));
  return {
    title: row.who ? `${words} by ${row.who}` : words,
    detail: [outcome, readText(detail.get('note'))].filter(Boolean).join(': ') || null,
  };
}

const NO_NAMES: RuleNames = { fitWeight: 0.5, criteria: new Map() };

function tellScore(
  row: TimelineRow,
  rules: RulesByNumber,
): Pick<TimelineEntry, 'title' | 'detail' | 'change'> {
  const detail = readDetail(row);
  const tierBefore = readText(detail.get('tierBefore'));
  const tier = String(detail.get('tier'));
  const rubricNumber = readNumber(detail.get('rubricNumber')) ?? 0;
  const cause = isScoreCause(row.word) ? row.word : 'event';
  const sentence = describeScoreChange(
    {
      scoreBefore: readNumber(detail.get('scoreBefore')),
      score: readNumber(detail.get('score')) ?? 0,
      cause,
      rubricNumber,
      moved: readMoved(detail.get('moved')),
    },
    rules.get(rubricNumber) ?? NO_NAMES,
  );
  const title =
    tierBefore === null ? `Scored ${tier}` : tierBefore === tier ? 'Scored anew' : `Became ${tier}`;
  return {
    title,
    detail: [row.who && `${row.who}, before merging`, sentence, CAUSE_WORDS[cause]]
      .filter(Boolean)
      .join('; '),
    change: { tierBefore, tier },
  };
}

/** An event type by its name; the statement gives the installation's own names, ours are known here. */
function nameEvent(word: string): string {
  return STANDARD_EVENT_LABELS[word] ?? word;
}

function nameField(word: string): string {
  return STANDARD_FIELD_LABELS[word] ?? STANDARD_FIELD_LABELS[`company.${word}`] ?? word;
}

function tellChange(row: TimelineRow): Pick<TimelineEntry, 'title' | 'detail'> {
  const detail = readDetail(row);
  const before = tellValue(detail.get('before'));
  const of = readText(detail.get('of'));
  return {
    title: `${nameField(row.word)} became ${tellValue(detail.get('after'))}`,
    detail: [of && `of ${of}, before merging`, row.who && `from ${row.who}`, `was ${before}`]
      .filter(Boolean)
      .join(', '),
  };
}

function tellMerge(row: TimelineRow): Pick<TimelineEntry, 'title' | 'detail' | 'mergeId'> {
  const detail = readDetail(row);
  const undone = readText(detail.get('undoneAt')) !== null;
  return {
    title: `Merged with ${row.word}`,
    detail: [row.who && `by ${row.who}`, undone && 'undone since'].filter(Boolean).join(', ') || null,
    mergeId: !undone && detail.get('last') === true ? row.id : null,
  };
}

function tell(
  row: TimelineRow,
  rules: RulesByNumber,
): Pick<TimelineEntry, 'title' | 'detail'> & Partial<TimelineEntry> {
  switch (row.what) {
    case 'event':
      return { title: nameEvent(row.word), detail: tellProperty(row.detail) };
    case 'company_event':
      return {
        title: row.who ? `${row.who}: ${nameEvent(row.word).toLowerCase()}` : nameEvent(row.word),
        detail: [tellProperty(row.detail), row.who ? 'colleague' : 'company signal']
          .filter(Boolean)
          .join(', '),
      };
    case 'score':
      return tellScore(row, rules);
    case 'assignment':
      return { title: `Assigned to ${row.who ?? 'someone'}`, detail: row.word };
    case 'activity':
      return tellActivity(row);
    case 'deal':
      return tellDeal(row);
    case 'change':
      return tellChange(row);
    case 'merge':
      return tellMerge(row);
    case 'created':
      return { title: 'Lead created', detail: row.who && `from ${row.who}` };
  }
}

/**
 * A row in words.
 *
 * @param rules what the versions of the rubric call their criteria, by number.
 */
export function toEntry(row: TimelineRow, rules: RulesByNumber): TimelineEntry {
  const { id, at, kind, what, filteredAs, restoredFrom } = row;
  const eventId = what === 'event' || what === 'company_event' ? id : null;
  const entry = { id: `${what} ${id}`, at: at.getTime(), kind, eventId, filteredAs, restoredFrom };
  return { ...entry, mergeId: null, change: null, ...tell(row, rules) };
}

/**
 * The newest `length` entries. What happened at the very instant of the cut stays together, so that reading on from
 * the instant of the next entry neither repeats nor skips any.
 */
export function cutTimeline(entries: readonly TimelineEntry[], length: number): Timeline {
  const over = entries[length];
  if (!over) return { entries: [...entries], olderFrom: null };
  const kept = entries.slice(0, length).filter(({ at }) => at > over.at);
  // So many at one instant that no cut keeps them together: the page ends in their middle.
  if (kept.length === 0) return { entries: entries.slice(0, length), olderFrom: over.at - 1 };
  return { entries: kept, olderFrom: over.at };
}
