import { closeRate, type CloseRate } from '@/lib/calibration/close-rate';
import { rateRatio, type RateRatio } from '@/lib/calibration/rate-ratio';
import { sumOutcomes } from '@/lib/calibration/rank-outcomes';
import { wilsonInterval } from '@/lib/calibration/wilson-interval';
import type { Interval } from '@/lib/calibration/types';
import type { AnswerEffectRow, AnswerRow, SellingRow } from './types';

/** How soon leads were answered, with the share that was in time. */
export interface Answers extends AnswerRow {
  /** Answered, or past its target: what the share is counted of. */
  judged: number;
  /** 0–1; null when nothing is judged yet. */
  share: number | null;
  interval: Interval | null;
}

/** Close rates of leads answered in time and of the others, within one tier. */
export interface AnswerEffect {
  tier: string;
  inTime: CloseRate;
  late: CloseRate;
  /** How many times as often the former close. */
  lift: RateRatio;
}

/** Selling time on one tier, next to what it brought. */
export interface TierTime {
  /** Null for leads whose tier was not known. */
  tier: string | null;
  minutes: number;
  calls: number;
  emails: number;
  meetings: number;
  /** Of all selling time, 0–1. */
  share: number;
}

/** Selling time of one rep, by tier in the order given, then what is of no known tier. */
export interface RepTime {
  rep: string | null;
  repId: string | null;
  minutes: number;
  tiers: { tier: string | null; minutes: number }[];
}

/** Selling time on leads whose score is known, and what of it went to the best quarter of all leads. */
export interface TopQuarter {
  minutes: number;
  topMinutes: number;
  /** How large a share of all leads those were, as equal scores are never parted; null without activities. */
  leadShare: number | null;
}

/** Waiting leads are not judged yet: neither in time nor late. */
export function judgeAnswers(row: AnswerRow): Answers {
  const judged = row.inTime + row.late + row.missed;
  if (judged === 0) return { ...row, judged, share: null, interval: null };
  return { ...row, judged, share: row.inTime / judged, interval: wilsonInterval(row.inTime, judged) };
}

/**
 * What answering in time went with, tier by tier, so that hot leads, which are answered sooner, are compared with hot leads.
 *
 * @param order tier names, best first.
 */
export function judgeAnswerEffect(
  rows: readonly AnswerEffectRow[],
  order: readonly string[],
): AnswerEffect[] {
  return order.flatMap((tier) => {
    const own = rows.filter((row) => row.tier === tier);
    if (own.length === 0) return [];
    const inTime = sumOutcomes(own.filter((row) => row.inTime));
    const late = sumOutcomes(own.filter((row) => !row.inTime));
    return [{ tier, inTime: closeRate(inTime), late: closeRate(late), lift: rateRatio(inTime, late) }];
  });
}

/** Tier names in the order given, behind them those that only the rows know, and null where they know none. */
function orderTiers(rows: readonly { tier: string | null }[], order: readonly string[]): (string | null)[] {
  const others = new Set(rows.flatMap(({ tier }) => (tier === null || order.includes(tier) ? [] : tier)));
  return [...order, ...[...others].sort(), ...(rows.some(({ tier }) => tier === null) ? [null] : [])];
}

function sumMinutes(rows: readonly { minutes: number }[]): number {
  return rows.reduce((sum, { minutes }) => sum + minutes, 0);
}

/** Selling time by the tier that leads had at that instant. */
export function sumByTier(rows: readonly SellingRow[], order: readonly string[]): TierTime[] {
  const all = sumMinutes(rows);
  return orderTiers(rows, order).map((tier) => {
    const own = rows.filter((row) => row.tier === tier);
    const add = (key: 'calls' | 'emails' | 'meetings') => own.reduce((sum, row) => sum + row[key], 0);
    const minutes = sumMinutes(own);
    const share = all === 0 ? 0 : minutes / all;
    return { tier, minutes, share, calls: add('calls'), emails: add('emails'), meetings: add('meetings') };
  });
}

/** Selling time by rep, those who spent most first. */
export function sumByRep(rows: readonly SellingRow[], order: readonly string[]): RepTime[] {
  const tiers = orderTiers(rows, order);
  return [...new Map(rows.map(({ rep, repId }) => [repId, rep]))]
    .map(([repId, rep]) => {
      const own = rows.filter((row) => row.repId === repId);
      const byTier = tiers.map((tier) => ({
        tier,
        minutes: sumMinutes(own.filter((row) => row.tier === tier)),
      }));
      return { rep, repId, minutes: sumMinutes(own), tiers: byTier };
    })
    .sort((a, b) => b.minutes - a.minutes);
}

/** What went to the best quarter of all leads. */
export function sumTopQuarter(rows: readonly SellingRow[]): TopQuarter {
  const add = (key: 'ranked' | 'top' | 'fair') => rows.reduce((sum, row) => sum + row[key], 0);
  const minutes = add('ranked');
  return { minutes, topMinutes: add('top'), leadShare: minutes === 0 ? null : add('fair') / minutes };
}
