import type { Column } from './column';
import { cutColumn, isFreeText } from './cut-bins';
import { findLeak, measurePower, type ColumnPower } from './find-leaks';
import type { Feature } from './types';

/** Why a column is not learned from. */
export type LeftOutKind = 'asked' | 'order' | 'constant' | 'empty' | 'id' | 'text' | 'duplicate' | 'leak';

/** A column that is not learned from, or only in part. */
export interface LeftOut {
  column: string;
  kind: LeftOutKind;
  /** In words, to follow the column's name. */
  reason: string;
}

/** What remains to be learned from. */
export interface Sifted {
  features: Feature[];
  leftOut: LeftOut[];
}

const NEARLY_UNIQUE = 0.9;
const LEAST_FOR_UNIQUE = 50;
const ID_NAME =
  /(^|[ _.-])(id|uuid|guid|key|no|nr|number|code|phone|tel|index|row|serial|hash|token)$|^(id|uuid|unnamed)/i;

function countDistinct(values: Column['values']): { known: number; distinct: number } {
  const known = values.filter((value) => value !== null);
  return { known: known.length, distinct: new Set(known).size };
}

/** Whether whole numbers are counted on, with hardly a gap: a running number. */
function isRunning(values: Column['values'], distinct: number): boolean {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    if (typeof value !== 'number') continue;
    if (!Number.isInteger(value)) return false;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return high - low < distinct * 1.5;
}

/** Whether values only name the rows: nearly each has its own. */
function isName({ name, kind, values }: Column): boolean {
  const { known, distinct } = countDistinct(values);
  if (known < LEAST_FOR_UNIQUE || distinct < known * NEARLY_UNIQUE) return false;
  if (kind === 'text') return !values.some((value) => typeof value === 'string' && /\s/.test(value));
  if (kind === 'number')
    return isRunning(values, distinct) || (ID_NAME.test(name) && distinct > known * 0.98);
  return false;
}

/**
 * The same for columns that say the same: whose values stand for one another one to one, however they are written.
 * Where hardly a value comes twice any two columns would, so those must be alike to the letter.
 */
function printOf({ values }: Column, mostlyDistinct: boolean): string {
  if (mostlyDistinct) return values.join('\n');
  const places = new Map<string | number, number>();
  return values
    .map((value) => {
      if (value === null) return '';
      const place = places.get(value) ?? places.size;
      places.set(value, place);
      return place;
    })
    .join();
}

function findPlainReason(column: Column, prints: Map<string, string>): LeftOut | null {
  const { known, distinct } = countDistinct(column.values);
  const is = (kind: LeftOutKind, reason: string) => ({ column: column.name, kind, reason });
  if (known === 0) return is('empty', 'nothing is known in any row');
  if (distinct === 1 && known === column.values.length) return is('constant', 'every row has the same value');
  const print = printOf(column, distinct > known / 2);
  const same = prints.get(print);
  if (same !== undefined) return is('duplicate', `says the same as ${same}`);
  prints.set(print, column.name);
  return null;
}

function describeName(column: Column): LeftOut | null {
  const { distinct } = countDistinct(column.values);
  const count = distinct.toLocaleString('en');
  const hasGaps = column.values.includes(null);
  if (isName(column)) {
    const known = hasGaps ? '; only whether it is known is looked at' : '';
    return { column: column.name, kind: 'id', reason: `names the rows: ${count} different values${known}` };
  }
  if (!isFreeText(column)) return null;
  return {
    column: column.name,
    kind: 'text',
    reason: `has ${count} different values, most of them rare: the frequent words in them${hasGaps ? ', and whether it is known,' : ''} are looked at instead`,
  };
}

interface Cut {
  column: Column;
  features: Feature[];
}

type RatedCut = Cut & { power: ColumnPower };

/** Parts what is found to be a leak, each beside the best of the others, from what is not. */
function partLeaks(cuts: readonly RatedCut[], keep: ReadonlySet<string>, isAlone: boolean) {
  const ranked = cuts.map(({ power }) => power.auc).sort((a, b) => b - a);
  const [best = 0.5, second = 0.5] = ranked;
  const kept: RatedCut[] = [];
  const leaks: LeftOut[] = [];
  for (const cut of cuts) {
    const { name } = cut.column;
    const next = isAlone ? null : cut.power.auc === best ? second : best;
    const reason = keep.has(name) ? null : findLeak(name, cut.power, next);
    if (reason) leaks.push({ column: name, kind: 'leak', reason });
    else kept.push(cut);
  }
  return { kept, leaks };
}

/** Leaks that show by themselves go first, so that they do not hide one that only stands out beside honest columns. */
function siftLeaks(cuts: readonly Cut[], outcomes: Uint8Array, keep: ReadonlySet<string>) {
  const rated = cuts.map((cut) => ({ ...cut, power: measurePower(cut.column, cut.features, outcomes) }));
  const alone = partLeaks(rated, keep, true);
  const beside = partLeaks(alone.kept, keep, false);
  return { kept: beside.kept, leaks: [...alone.leaks, ...beside.leaks] };
}

/**
 * Sifts columns: what is constant, says the same as another, only names the rows, or seems to be known only after the
 * outcome is left out, with its reason; the rest is cut into bins.
 *
 * @param keep columns that are learned from although they look as if known only afterwards.
 * @param asOf per row, the instant from which ages are counted.
 */
export function siftColumns(
  columns: readonly Column[],
  outcomes: Uint8Array,
  keep: ReadonlySet<string>,
  asOf: Float64Array,
): Sifted {
  const prints = new Map<string, string>();
  const leftOut: LeftOut[] = [];
  const cuts: Cut[] = [];
  for (const column of columns) {
    const plain = findPlainReason(column, prints);
    const named = plain ?? describeName(column);
    if (named) leftOut.push(named);
    if (!plain) cuts.push({ column, features: cutColumn(column, named?.kind === 'id', asOf) });
  }
  const { kept, leaks } = siftLeaks(cuts, outcomes, keep);
  const isLeak = new Set(leaks.map(({ column }) => column));
  return {
    features: kept.flatMap(({ features }) => features).filter(({ bins }) => bins.length > 1),
    leftOut: [...leftOut.filter(({ column }) => !isLeak.has(column)), ...leaks],
  };
}
