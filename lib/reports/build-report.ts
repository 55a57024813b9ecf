import { areaUnderCurve } from '@/lib/calibration/area-under-curve';
import { closeRateTable } from '@/lib/calibration/close-rate';
import { liftByDecile } from '@/lib/calibration/decile-lift';
import { gainsCurve } from '@/lib/calibration/gains-curve';
import { sumOutcomes } from '@/lib/calibration/rank-outcomes';
import { calibrateBands, type ScoreBand } from '@/lib/calibration/score-bands';
import { judgeTiers } from '@/lib/calibration/verdict';
import { sayVerdict } from '@/lib/calibration/verdict-words';
import type { ScoreOutcomes } from '@/lib/calibration/types';
import { MATURITY_DAYS } from './constants';
import { maturityCutoff, type Period } from './period';
import type { GainsMark, MatureRow, Report, ReportRows, ReportTier, YoungCohort, YoungRow } from './types';

/** Closed deals of one tier and score. */
interface TierScore extends ScoreOutcomes {
  tier: string;
}

/**
 * Makes the report of a period from counted rows.
 *
 * @param rubricTiers the live rubric's tiers, best first.
 */
export function buildReport(
  rows: ReportRows,
  rubricTiers: readonly { name: string; minScore: number }[],
  period: Period,
  now: Date,
  maturityDays: number = MATURITY_DAYS,
): Report {
  const tiers = nameTiers(rubricTiers, rows);
  const order = tiers.map(({ name }) => name);
  const closed = rows.mature.flatMap(toOutcomes);
  const cutoff = maturityCutoff(now, maturityDays);
  // A period that ended before the cut-off gets no more deals by waiting.
  const pace = period.end > cutoff ? rows.pace : null;
  const verdict = judgeTiers({ order, rows: closed, pace, now: now.getTime() });
  const curve = gainsCurve(closed);
  const cohorts = sumCohorts(rows.young, order);
  return {
    period,
    cutoff,
    maturityDays,
    tiers,
    verdict: { kind: verdict.kind, ...sayVerdict(verdict, now.getTime()) },
    rates: closeRateTable(order, closed),
    counted: countDeals(rows.mature),
    unknown: rows.unknown,
    gains: {
      curve,
      marks: markTiers(closed, order),
      auc: areaUnderCurve(closed),
      deciles: liftByDecile(curve),
    },
    bands: calibrateBands(closed).map((band) => ({ ...band, tier: findUsualTier(closed, band) })),
    young: {
      all: cohorts.reduce((sum, cohort) => sum + cohort.all, 0),
      closed: cohorts.reduce((sum, cohort) => sum + cohort.closed, 0),
      cohorts,
    },
  };
}

function nameTiers(
  rubricTiers: readonly { name: string; minScore: number }[],
  rows: ReportRows,
): ReportTier[] {
  const known = rubricTiers.map(({ name, minScore }) => ({ name, minScore }));
  const names = new Set(known.map(({ name }) => name));
  const others = [...new Set([...rows.mature, ...rows.young].map(({ tier }) => tier))]
    .filter((tier) => !names.has(tier))
    .sort();
  return [...known, ...others.map((name) => ({ name, minScore: null }))];
}

function toOutcomes({ tier, score, outcome, count }: MatureRow): TierScore[] {
  if (outcome === 'open') return [];
  return [{ tier, score, won: outcome === 'won' ? count : 0, lost: outcome === 'lost' ? count : 0 }];
}

function countDeals(mature: readonly MatureRow[]): Report['counted'] {
  const count = (keep: (row: MatureRow) => boolean) =>
    mature.reduce((sum, row) => sum + (keep(row) ? row.count : 0), 0);
  const all = count(() => true);
  const open = count(({ outcome }) => outcome === 'open');
  const byCreation = count(({ outcome, basis }) => outcome !== 'open' && basis === 'deal_created');
  return { all, open, closed: all - open, byCreation };
}

/** How much is found by taking the best tier, the best two, and so on; the last takes everything and is not marked. */
function markTiers(closed: readonly TierScore[], order: readonly string[]): GainsMark[] {
  const total = sumOutcomes(closed);
  if (total.won === 0) return [];
  return order.slice(0, -1).map((tier, index) => {
    const taken = order.slice(0, index + 1);
    const { won, lost } = sumOutcomes(closed.filter((row) => taken.includes(row.tier)));
    const share = (won + lost) / (total.won + total.lost);
    return { label: taken.join(', '), tier, share, wins: won / total.won };
  });
}

function findUsualTier(closed: readonly TierScore[], { low, high }: ScoreBand): string | null {
  const counts = new Map<string, number>();
  for (const { tier, score, won, lost } of closed) {
    if (score >= low && score <= high) counts.set(tier, (counts.get(tier) ?? 0) + won + lost);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

function sumCohorts(rows: readonly YoungRow[], order: readonly string[]): YoungCohort[] {
  const months = [...new Set(rows.map(({ month }) => month))].sort();
  return months.map((month) => {
    const count = (keep: (row: YoungRow) => boolean) =>
      rows.reduce((sum, row) => sum + (row.month === month && keep(row) ? row.count : 0), 0);
    return {
      month,
      all: count(() => true),
      closed: count(({ outcome }) => outcome !== 'open'),
      tiers: order.map((tier) => ({
        tier,
        won: count((row) => row.tier === tier && row.outcome === 'won'),
        closed: count((row) => row.tier === tier && row.outcome !== 'open'),
      })),
    };
  });
}
