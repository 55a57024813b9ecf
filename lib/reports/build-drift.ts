import { measureStability, type Stability } from '@/lib/calibration/population-stability';
import type { Rubric } from '@/lib/scoring/types';
import { listPlaces, type PlacedCriterion } from './build-criteria';
import type { CensusRow, EngagedRow, FiredRow } from './types';

/** Scores fall into bands of so many points; the last takes 100 in. */
const BAND = 10;

export interface DriftBin {
  label: string;
  before: number;
  after: number;
}

/** How far something that leads are scored by has moved since the close rates were measured. */
export interface DriftLine extends Stability {
  id: string;
  label: string;
  bins: DriftBin[];
}

/** A criterion of the live rubric: for how many leads it held, then and since. */
export interface CriterionDrift extends DriftLine, Pick<PlacedCriterion, 'axis' | 'points'> {}

/** Leads of each tier at one instant, in the order given. */
export interface MixPoint {
  at: Date;
  all: number;
  tiers: { tier: string; leads: number }[];
}

function toLine(id: string, label: string, bins: DriftBin[]): DriftLine {
  return { id, label, bins, ...measureStability(bins) };
}

function countInto(
  rows: readonly EngagedRow[],
  labels: readonly string[],
  labelOf: (row: EngagedRow) => string,
): DriftBin[] {
  const bins = new Map(labels.map((label) => [label, { label, before: 0, after: 0 }]));
  for (const row of rows) {
    const bin = bins.get(labelOf(row));
    if (bin) bin[row.before ? 'before' : 'after'] += row.count;
  }
  return [...bins.values()];
}

const BAND_LABELS = Array.from({ length: 100 / BAND }, (_, band) =>
  band === 100 / BAND - 1 ? `${100 - BAND}–100` : `${band * BAND}–${band * BAND + BAND - 1}`,
);

function bandOf(value: number): string {
  return BAND_LABELS[Math.min(BAND_LABELS.length - 1, Math.floor(value / BAND))] ?? '';
}

/**
 * How scores and tiers at first engagement have moved.
 *
 * @param order tier names, best first.
 */
export function measureDrift(rows: readonly EngagedRow[], order: readonly string[]): DriftLine[] {
  const others = new Set(rows.map(({ tier }) => tier).filter((tier) => !order.includes(tier)));
  return [
    toLine(
      'tier',
      'Tier',
      countInto(rows, [...order, ...[...others].sort()], ({ tier }) => tier),
    ),
    toLine(
      'score',
      'Score',
      countInto(rows, BAND_LABELS, ({ score }) => bandOf(score)),
    ),
    toLine(
      'fit',
      'Fit',
      countInto(rows, BAND_LABELS, ({ fit }) => bandOf(fit)),
    ),
    toLine(
      'intent',
      'Intent',
      countInto(rows, BAND_LABELS, ({ intent }) => bandOf(intent)),
    ),
  ];
}

/** How often each criterion of the live rubric holds at first engagement, then and since; what moved most first. */
export function measureCriteriaDrift(rubric: Rubric, rows: readonly FiredRow[]): CriterionDrift[] {
  const find = (place: number | null) => rows.find((row) => row.place === place) ?? { before: 0, after: 0 };
  const all = find(null);
  return listPlaces(rubric)
    .map(({ id, label, axis, points }, place) => {
      const held = find(place);
      const bins = [
        { label: 'held', before: held.before, after: held.after },
        { label: 'did not', before: all.before - held.before, after: all.after - held.after },
      ];
      return { ...toLine(id, label, bins), axis, points };
    })
    .sort((a, b) => (b.index ?? -1) - (a.index ?? -1));
}

/** The mix of tiers, instant by instant, oldest first. */
export function buildMix(rows: readonly CensusRow[], order: readonly string[]): MixPoint[] {
  const instants = [...new Set(rows.map(({ at }) => at.getTime()))].sort((a, b) => a - b);
  return instants.map((instant) => {
    const own = rows.filter(({ at }) => at.getTime() === instant);
    const leadsOf = (tier: string) => own.find((row) => row.tier === tier)?.leads ?? 0;
    const all = own.reduce((sum, { leads }) => sum + leads, 0);
    return { at: new Date(instant), all, tiers: order.map((tier) => ({ tier, leads: leadsOf(tier) })) };
  });
}
