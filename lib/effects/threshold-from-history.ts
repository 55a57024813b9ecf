import { closeRate, LEAST_CLOSED_FOR_RATE, type CloseRate } from '@/lib/calibration/close-rate';
import { rateRatio, type RateRatio } from '@/lib/calibration/rate-ratio';
import type { Outcomes } from '@/lib/calibration/types';
import { LEAST_CLOSED, LEAST_WON } from '@/lib/calibration/verdict';
import type { ScoredDeal } from './types';

/** Where the best tier would begin, and how it would have closed. */
export interface HistoryThreshold {
  minScore: number;
  best: CloseRate;
  rest: CloseRate;
  /** Close rate of the best tier ÷ that of the rest. */
  lift: RateRatio;
}

export type HistoryAnswer =
  /** Too few closed deals, or too few won ones, for any answer. */
  | { kind: 'too_few'; closed: number; won: number; wanted: { closed: number; won: number } }
  /** No least score parts the deals that clearly; the best that can be had, if any. */
  | { kind: 'none'; nearest: HistoryThreshold | null }
  | { kind: 'found'; threshold: HistoryThreshold };

function measureAt(deals: readonly ScoredDeal[], minScore: number): HistoryThreshold | null {
  const best: Outcomes = { won: 0, lost: 0 };
  const rest: Outcomes = { won: 0, lost: 0 };
  for (const { score, qualifies, won } of deals) {
    const side = qualifies && score >= minScore ? best : rest;
    if (won) side.won += 1;
    else side.lost += 1;
  }
  if (Math.min(best.won + best.lost, rest.won + rest.lost) < LEAST_CLOSED_FOR_RATE) return null;
  // Where its least fit and intent alone keep lower scores out, the tier begins no lower than its lowest deal.
  const scores = deals.flatMap(({ score, qualifies }) => (qualifies && score >= minScore ? score : []));
  return {
    minScore: Math.min(...scores),
    best: closeRate(best),
    rest: closeRate(rest),
    lift: rateRatio(best, rest),
  };
}

/**
 * The lowest least score at which the best tier would have closed so many times as well as the rest, by what leads scored
 * when they were first engaged: the interval of the ratio has to leave 1 out, and ten closed deals to stand on either
 * side. The lowest of many scores that were tried flatters itself: it is where to begin, not what will come.
 *
 * @param times how many times as well.
 */
export function thresholdFromHistory(deals: readonly ScoredDeal[], times: number): HistoryAnswer {
  const won = deals.filter((deal) => deal.won).length;
  if (deals.length < LEAST_CLOSED || won < LEAST_WON) {
    return {
      kind: 'too_few',
      closed: deals.length,
      won,
      wanted: { closed: LEAST_CLOSED, won: LEAST_WON },
    };
  }
  const tried = Array.from({ length: 101 }, (_, minScore) => measureAt(deals, minScore)).filter(
    (one) => one !== null,
  );
  const threshold = tried.find(({ lift }) => (lift.ratio ?? 0) >= times && lift.interval.low > 1);
  if (threshold) return { kind: 'found', threshold };
  const nearest = tried.toSorted((a, b) => (b.lift.ratio ?? 0) - (a.lift.ratio ?? 0))[0] ?? null;
  return { kind: 'none', nearest };
}

/** The score at which a share of the won deals lies at or below; null when none was won. */
export function wonScoreAt(deals: readonly ScoredDeal[], share: number): number | null {
  const scores = deals.filter(({ won }) => won).map(({ score }) => score);
  scores.sort((a, b) => a - b);
  return scores[Math.max(0, Math.ceil(share * scores.length) - 1)] ?? null;
}
