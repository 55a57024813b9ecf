import type { Interval, Outcomes } from './types';
import {
  LEAST_CLOSED,
  LEAST_WON,
  WORKING_LIFT,
  type Missing,
  type Verdict,
  type VerdictKind,
} from './verdict';

/** A verdict as it is read: "Working: A closes 3.8 times as often as the rest (2.9–5.1)", and why. */
export interface VerdictWords {
  /** The verdict in a word or three, without its colon. */
  word: string;
  sentence: string;
  /** The 95 % interval of the lift, such as "2.9–5.1"; null when it says nothing. */
  interval: string | null;
  reason: string;
}

const WORD: Record<VerdictKind, string> = {
  working: 'Working',
  weak: 'Weak',
  miscalibrated: 'Miscalibrated',
  too_few: 'Too few to say',
};

const LOCALE = 'en-GB';

/** Puts a verdict into one sentence, with its interval and its reason. */
export function sayVerdict(verdict: Verdict, now: number): VerdictWords {
  const word = WORD[verdict.kind];
  if (verdict.missing) return { word, interval: null, ...sayMissing(verdict, verdict.missing, now) };
  return {
    word,
    sentence: verdict.kind === 'miscalibrated' ? sayNoBetter(verdict) : sayLift(verdict),
    interval: sayInterval(verdict.lift.interval),
    reason: sayReason(verdict),
  };
}

function sayLift({ best, lift }: Verdict): string {
  if (lift.ratio === Infinity) return `${best.name} closes, the rest never did`;
  return `${best.name} closes ${sayTimes(lift.ratio ?? 0)} as often as the rest`;
}

function sayNoBetter({ best, second }: Verdict): string {
  return `${best.name} closes no more often than ${second?.name ?? 'the next tier'}`;
}

function sayReason(verdict: Verdict): string {
  const { kind, best, second, lift, differsFromSecond } = verdict;
  if (kind === 'miscalibrated' && second) {
    const chance = differsFromSecond
      ? 'the difference is more than chance'
      : 'the two cannot be told apart by these deals';
    return `${sayRate(best.name, best)}, ${sayRate(second.name, second)}: ${chance}. The order of the tiers is not the order in which deals close.`;
  }
  if (kind === 'working') return 'The whole interval lies above 1, so this is more than chance.';
  if (lift.interval.low <= 1) {
    return 'The interval includes 1, so this may be chance: more deals, or better criteria, would tell.';
  }
  return `More than chance, but short of the ${WORKING_LIFT} times from which the tiers are worth routing by.`;
}

function sayMissing({ best, all }: Verdict, missing: Missing, now: number) {
  if (missing.side === 'best' && missing.closed === 0 && missing.won === 0) {
    return {
      sentence: `no deal of tier ${best.name} has closed`,
      reason: `There is nothing to compare the other ${formatWhole(all.won + all.lost)} closed deals with.`,
    };
  }
  if (missing.side === 'rest' && missing.closed === 0 && missing.won === 0) {
    return {
      sentence: `only deals of tier ${best.name} have closed`,
      reason: `All ${formatWhole(all.won + all.lost)} closed deals are of one tier: there is nothing to compare them with.`,
    };
  }
  const needed = [
    missing.closed > 0 ? `${formatWhole(missing.closed)} more closed` : '',
    missing.won > 0 ? `${formatWhole(missing.won)} more won` : '',
  ].filter(Boolean);
  const when =
    missing.enoughAt === null ? '' : `; at the present rate enough around ${sayDay(missing.enoughAt, now)}`;
  return {
    sentence: `${formatWhole(all.won + all.lost)} closed deals, ${formatWhole(all.won)} of them won`,
    reason: `A verdict takes ${LEAST_CLOSED} closed and ${LEAST_WON} won: ${needed.join(' and ')}${when}.`,
  };
}

function sayRate(name: string, { won, lost }: Outcomes): string {
  const share = won + lost === 0 ? 0 : won / (won + lost);
  return `${name} ${formatWhole(share * 100)}\u00a0% (${formatWhole(won)}/${formatWhole(won + lost)})`;
}

function sayInterval({ low, high }: Interval): string | null {
  if (low === 0 && high === Infinity) return null;
  return high === Infinity ? `at least ${formatRatio(low)}` : `${formatRatio(low)}–${formatRatio(high)}`;
}

function sayTimes(ratio: number): string {
  const text = formatRatio(ratio);
  return text === '1.0' ? 'just' : `${text} times`;
}

function formatRatio(value: number): string {
  return new Intl.NumberFormat(LOCALE, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value);
}

function formatWhole(value: number): string {
  return new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 0 }).format(value);
}

function sayDay(at: number, now: number): string {
  const sameYear = new Date(at).getUTCFullYear() === new Date(now).getUTCFullYear();
  return new Intl.DateTimeFormat(LOCALE, {
    day: 'numeric',
    month: 'long',
    ...(sameYear ? {} : { year: 'numeric' }),
    timeZone: 'UTC',
  }).format(at);
}
