import type { ScoreBreakdown } from '@/lib/forecast/types';
import { describeCriterion, describeTierChange, type Words } from '@/lib/scoring/describe-criterion';
import type { CriterionExplanation, GroupExplanation } from '@/lib/scoring/explain';
import type { Axis } from '@/lib/scoring/types';

/** One line of "Why this score": what was seen, what it is worth now and in a week. Points. */
export interface WhyRow {
  id: string;
  label: string;
  units: number;
  points: number;
  now: number;
  inAWeek: number;
  /** Share of the present worth that is left, over 30 days; null when it counts for nothing now. */
  curve: readonly number[] | null;
  /** "half in 14 days"; null for what holds or does not. */
  decay: string | null;
  /** When it ends or turns, for what does not fade. Milliseconds since 1970. */
  turnsAt: number | null;
  /** The values that matched. */
  values: string[];
  /** How many events count. */
  count: number;
  /** When they happened, newest first, one for each UTC day. Milliseconds since 1970. */
  instants: number[];
  /** What it is worth, when it next moves and which limits bite, in words. */
  words: Words;
  /** Whether it was seen on colleagues or at the company alone. */
  ofCompany: boolean;
}

export interface WhyGroup {
  id: string;
  label: string;
  /** "at most 70", "at least −30 and at most 60"; empty without limits. */
  limits: string;
  now: number;
  inAWeek: number;
  rows: WhyRow[];
  /** The limit that bites now: what it is, the sum it cuts, and what it takes or gives. */
  limit: { bound: number; sum: number; now: number; inAWeek: number } | null;
}

export interface WhyAxis {
  axis: Axis;
  groups: WhyGroup[];
  now: number;
  inAWeek: number;
  /** The groups' totals that add up to it, zeros left out. */
  parts: number[];
  /** What was done to the sum: nothing, rounding, or keeping it within 0 and 100. */
  after: 'as it is' | 'rounded' | 'kept within 0 and 100';
}

export interface WhyTable {
  axes: [WhyAxis, WhyAxis];
  score: { now: number; inAWeek: number };
  /** When the tier changes by time alone, in words. */
  tierWords: Words;
  /** Criteria that show as nothing now and in a week; `faded` when something is left of what they once counted. */
  idle: { id: string; label: string; condition: string; points: number; faded: boolean }[];
}

const NOTHING = 1e-9;
const DAY_MS = 86_400_000;

/** What would round to nothing at one decimal is not worth a line. */
const VISIBLE = 0.05;

/** A value that matched, in words. */
function writeValue(value: unknown): string[] {
  if (value === null || value === undefined || typeof value === 'boolean') return [];
  if (Array.isArray(value)) return value.flatMap(writeValue);
  if (typeof value === 'number') return [value.toLocaleString('en-GB')];
  return typeof value === 'string' ? [value] : [];
}

function keepDays(instants: readonly number[]): number[] {
  const dayOf = (at: number) => Math.floor(at / DAY_MS);
  return instants.filter((at, index) => index === 0 || dayOf(at) !== dayOf(instants[index - 1] ?? 0));
}

function toRow(
  criterion: CriterionExplanation,
  group: GroupExplanation,
  later: CriterionExplanation | undefined,
  leadId: string,
  curve: readonly number[] | undefined,
): WhyRow {
  const counted = criterion.events.filter(({ weight }) => weight > 0);
  const held = criterion.fields.filter(({ holds }) => holds).flatMap(({ value }) => writeValue(value));
  return {
    id: criterion.criterionId,
    label: criterion.label,
    units: criterion.units,
    points: criterion.points,
    now: criterion.contribution,
    inAWeek: later?.contribution ?? 0,
    curve: curve ?? null,
    decay: criterion.decay,
    turnsAt: criterion.turnsAt,
    values: [...new Set(held)].slice(0, 3),
    count: counted.length,
    instants: keepDays(counted.map(({ at }) => at)),
    words: describeCriterion(criterion, group),
    ofCompany: counted.length > 0 && counted.every((event) => event.leadId !== leadId),
  };
}

function describeLimits({ min, max }: GroupExplanation): string {
  const number = (value: number) => value.toLocaleString('en-GB').replace('-', '−');
  if (min !== null && max !== null) return `between ${number(min)} and ${number(max)}`;
  if (max !== null) return `at most ${number(max)}`;
  return min === null ? '' : `at least ${number(min)}`;
}

/** Rows that show as nothing, now and in a week: as many, the smallest first, as together show as nothing too. */
function findFaded(rows: readonly WhyRow[]): ReadonlySet<WhyRow> {
  const faded = new Set<WhyRow>();
  const weigh = ({ now, inAWeek }: WhyRow) => Math.max(Math.abs(now), Math.abs(inAWeek));
  let left = VISIBLE;
  for (const row of [...rows].sort((a, b) => weigh(a) - weigh(b))) {
    left -= weigh(row);
    if (left <= 0) break;
    faded.add(row);
  }
  return faded;
}

function toGroup(
  group: GroupExplanation,
  later: GroupExplanation | undefined,
  leadId: string,
  curves: ScoreBreakdown['curves'],
): WhyGroup {
  const laterOf = new Map(later?.criteria.map((criterion) => [criterion.criterionId, criterion]));
  const all = group.criteria.map((one) =>
    toRow(one, group, laterOf.get(one.criterionId), leadId, curves[one.criterionId]),
  );
  const faded = findFaded(all);
  const rows = all.filter((row) => !faded.has(row));
  const taken = group.total - group.sum;
  return {
    id: group.groupId,
    label: group.label,
    limits: describeLimits(group),
    now: group.total,
    inAWeek: later?.total ?? 0,
    rows,
    limit:
      group.limitedBy && Math.abs(taken) >= VISIBLE
        ? { bound: group.total, sum: group.sum, now: taken, inAWeek: (later?.total ?? 0) - (later?.sum ?? 0) }
        : null,
  };
}

function toAxis(breakdown: ScoreBreakdown, axis: Axis, leadId: string): WhyAxis {
  const { now, inAWeek, curves } = breakdown;
  const later = new Map(inAWeek.axes[axis].groups.map((group) => [group.groupId, group]));
  const groups = now.axes[axis].groups.map((group) =>
    toGroup(group, later.get(group.groupId), leadId, curves),
  );
  const shown = groups.filter(({ rows }) => rows.length > 0);
  const { sum, value } = now.axes[axis];
  const outside = sum < -NOTHING || sum > 100 + NOTHING;
  return {
    axis,
    groups: shown,
    now: value,
    inAWeek: inAWeek.axes[axis].value,
    parts: shown.map((group) => group.now).filter((part) => Math.abs(part) > NOTHING),
    after: outside ? 'kept within 0 and 100' : Math.abs(sum - value) > NOTHING ? 'rounded' : 'as it is',
  };
}

/**
 * The explanation of a score as a table that adds up: rows to groups, groups to axes, axes to the score, now and in a
 * week from now.
 */
export function buildWhyTable(breakdown: ScoreBreakdown, leadId: string): WhyTable {
  const axes: [WhyAxis, WhyAxis] = [toAxis(breakdown, 'fit', leadId), toAxis(breakdown, 'intent', leadId)];
  const shown = new Set(axes.flatMap(({ groups }) => groups.flatMap(({ rows }) => rows.map(({ id }) => id))));
  const criteria = [...breakdown.now.axes.fit.groups, ...breakdown.now.axes.intent.groups].flatMap(
    (group) => group.criteria,
  );
  return {
    axes,
    tierWords: describeTierChange(breakdown.now),
    score: { now: breakdown.now.score, inAWeek: breakdown.inAWeek.score },
    idle: criteria
      .filter(({ criterionId }) => !shown.has(criterionId))
      .map(({ criterionId, label, condition, points, contribution }) => ({
        id: criterionId,
        label,
        condition,
        points,
        faded: Math.abs(contribution) > NOTHING,
      })),
  };
}
