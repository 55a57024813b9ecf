import { areaUnderCurve } from '@/lib/calibration/area-under-curve';
import type { Column } from './column';
import type { Feature } from './types';

/** What a column would tell by itself, in bins. */
export interface ColumnPower {
  /** Area under the curve of guessing each half of the rows by the other's; 0.5 tells nothing. */
  auc: number;
  /** Of the won, the share in bins where nearly everything was won, though overall it is not; 0–1. */
  certainWon: number;
  /** Of the lost, the share in bins where nearly nothing was won, more than chance allows; 0–1. */
  certainLost: number;
  /** As `auc`, of whether it is known at all. */
  knownAuc: number;
}

const SURE = 0.95;
const FAR_BEYOND = { auc: 0.85, lead: 0.15 };
const SURE_KNOWN = 0.9;
const HINTED = 0.7;
const CERTAIN_RATE = 0.97;
const CERTAIN_SHARE = 0.25;
const LEAST_IN_BIN = 20;

/** Names of what is only written down once the outcome is known. */
const AFTERWARDS =
  /(^|[ _.-])(clos(e|ed|ing)[ _.-]?(date|at|on|time|reason|value|amount)|(won|lost|win|loss|churn|cancel(lation)?)[ _.-]?(date|at|on|reason|time|value|amount)|lost[ _.-]?to|(contract|signature|signed|signing)[ _.-]?(date|at|on|value|id|number)|(outcome|result)[ _.-]?(date|at|on|reason|code|flag|id)|converted?[ _.-]?(date|at|on|flag)|conversion[ _.-]?(date|at|on|value)|is[ _.-]?(won|lost|closed|converted))$/;
/** Names that may be of something that only the course of things tells. */
const MAYBE_AFTERWARDS =
  /(^|[ _.-])(duration|closed?|signed|contract|invoices?|invoiced|paid|payments?|renewals?|cancell?ed|cancellation|churn(ed)?|reason|final|result|outcome|stage|status|won|lost|converted|conversion|revenue|onboard(ed|ing)?|handover|csm)([ _.-]|$)/;
/** Of these, names of what a company or person is, whatever became of the deal. */
const LASTING =
  /(^|[ _.-])((annual|yearly|company|organi[sz]ation|group|global|estimated|est)[ _.-]?revenues?|revenues?[ _.-]?(range|band|size|bracket|class|segment)|(marital|civil|family|employment|employee|work(ing)?|job|occupation(al)?|legal|residen(ce|cy|t)|housing|home|ownership|student|visa|citizenship|smok(er|ing)|health|tax|military|veteran|certification|public|listing)[ _.-]?status)([ _.-]|$)/;
const EARLIER = /(^|[ _.-])(prev|previous|prior|last|past|former|p)([ _.-]|$)/;

const lower = (name: string) => name.replace(/(\p{Ll})(\p{Lu})/gu, '$1_$2').toLowerCase();

/** Which half a row is in, whatever order the rows came in (multiplicative hashing, D. Knuth, TAOCP 3, section 6.4). */
const halfOf = (row: number) => Math.imul(row, 0x9e3779b1) >>> 31;

/** Guesses the rows of each half from the other half's, so that a bin of few rows does not praise itself. */
function aucOf(codes: Uint8Array, bins: number, outcomes: Uint8Array): number {
  const counts = [0, 1].map(() => Array.from({ length: bins }, () => ({ won: 0, lost: 0 })));
  codes.forEach((bin, row) => {
    const count = counts[halfOf(row)]?.[bin];
    if (count) count[outcomes[row] === 1 ? 'won' : 'lost'] += 1;
  });
  const base = outcomes.reduce((sum, outcome) => sum + outcome, 0) / Math.max(1, outcomes.length);
  const areas = counts.map((own, half) => {
    const others = counts[1 - half] ?? [];
    const rows = own.map(({ won, lost }, bin) => {
      const other = others[bin] ?? { won: 0, lost: 0 };
      return { score: (other.won + 2 * base) / (other.won + other.lost + 2), won, lost };
    });
    return areaUnderCurve(rows)?.auc ?? 0.5;
  });
  return areas.reduce((sum, area) => sum + area, 0) / areas.length;
}

/** Shares of the won and of the lost that lie in bins which all but settle it. */
function certainOf({ codes, bins }: Feature, outcomes: Uint8Array): { won: number; lost: number } {
  const counts = bins.map(() => ({ won: 0, lost: 0 }));
  codes.forEach((bin, row) => {
    const count = counts[bin];
    if (count) count[outcomes[row] === 1 ? 'won' : 'lost'] += 1;
  });
  const all = outcomes.length;
  const won = outcomes.reduce((sum, outcome) => sum + outcome, 0);
  const base = won / Math.max(1, all);
  const large = counts.filter((count) => count.won + count.lost >= LEAST_IN_BIN);
  const sureWon =
    base > 0.6 ? [] : large.filter((count) => count.won >= CERTAIN_RATE * (count.won + count.lost));
  // Where few are won anyway, a bin without any is no wonder: it must hold what many would have been expected in.
  const sureLost = large.filter((count) => {
    const rows = count.won + count.lost;
    return rows * base >= LEAST_IN_BIN && count.won <= (1 - CERTAIN_RATE) * base * rows;
  });
  return {
    won: sureWon.reduce((sum, count) => sum + count.won, 0) / Math.max(1, won),
    lost: sureLost.reduce((sum, count) => sum + count.lost, 0) / Math.max(1, all - won),
  };
}

/** What a column tells by itself; of its features the one that tells most. */
export function measurePower(
  column: Column,
  features: readonly Feature[],
  outcomes: Uint8Array,
): ColumnPower {
  const known = Uint8Array.from(column.values, (value) => (value === null ? 0 : 1));
  const certain = features.map((feature) => certainOf(feature, outcomes));
  return {
    auc: Math.max(0.5, ...features.map((feature) => aucOf(feature.codes, feature.bins.length, outcomes))),
    certainWon: Math.max(0, ...certain.map(({ won }) => won)),
    certainLost: Math.max(0, ...certain.map(({ lost }) => lost)),
    knownAuc: aucOf(known, 2, outcomes),
  };
}

const percent = (share: number) => `${Math.round(share * 100)} %`;

/**
 * Why a column is thought to be known only afterwards; null when nothing speaks for that.
 *
 * @param next the area under the curve of the best other column; null to look at this one alone.
 */
export function findLeak(name: string, power: ColumnPower, next: number | null): string | null {
  const auc = power.auc.toFixed(2);
  const words = lower(name);
  const earlier = EARLIER.test(words);
  if (power.knownAuc >= SURE_KNOWN) {
    return `whether it is filled all but tells the outcome (AUC ${power.knownAuc.toFixed(2)}): it seems to be filled in only afterwards`;
  }
  if (power.auc >= SURE)
    return `tells the outcome almost perfectly by itself (AUC ${auc}): it seems to be known only afterwards`;
  if (power.certainWon >= CERTAIN_SHARE) {
    return `some of its values occur almost only when won (${percent(power.certainWon)} of what was won): they seem to be known only afterwards`;
  }
  if (power.certainLost >= 2 * CERTAIN_SHARE) {
    return `some of its values occur almost only when not won (${percent(power.certainLost)} of what was not): they seem to be known only afterwards`;
  }
  if (!earlier && AFTERWARDS.test(words))
    return 'its name says that it is written down once the outcome is known';
  if (!earlier && !LASTING.test(words) && MAYBE_AFTERWARDS.test(words) && power.auc >= HINTED) {
    return `its name may be of something known only afterwards, and it tells a lot by itself (AUC ${auc})`;
  }
  if (next !== null && power.auc >= FAR_BEYOND.auc && power.auc - next >= FAR_BEYOND.lead) {
    return `tells far more by itself (AUC ${auc}) than any other column (${next.toFixed(2)}): it seems to be known only afterwards`;
  }
  return null;
}
