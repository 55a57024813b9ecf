import { findDateOrder, type ShownOrder } from './parse-date';
import { findNumberStyle, isDigitCode, type ShownNumberStyle } from './parse-number';
import type { ChosenStyle, ColumnStyle, ValueType } from './types';
import { isUnknownText } from './unknown-value';

const BOOLEAN_WORDS = new Set(['yes', 'no', 'true', 'false', 'y', 'n']);
/** Elements longer than this are prose, not a list's. */
const LONGEST_ELEMENT = 64;
/** The share of a list column's known cells that must hold more than one element. */
const LEAST_LIST_SHARE = 0.25;

type Separator = NonNullable<ColumnStyle['separator']>;

/** What the cells of one column have in common; takes constant memory, however long the column is. */
export interface ColumnProfile {
  known: number;
  numbers: number;
  /** A digit code was seen: these digits are a name. */
  codes: number;
  booleans: number;
  numberStyles: Set<ShownNumberStyle>;
  dates: number;
  dateOrders: Set<ShownOrder>;
  lists: Record<Separator, number>;
  prose: boolean;
}

/** The profile of a column of which nothing was seen yet. */
export function startProfile(): ColumnProfile {
  return {
    known: 0,
    numbers: 0,
    codes: 0,
    booleans: 0,
    numberStyles: new Set(),
    dates: 0,
    dateOrders: new Set(),
    lists: { ';': 0, '|': 0 },
    prose: false,
  };
}

/** Looks at one more cell. Cells that tell nothing are passed over. */
export function addToProfile(profile: ColumnProfile, text: string): void {
  if (isUnknownText(text)) return;
  profile.known += 1;
  if (BOOLEAN_WORDS.has(text.trim().toLowerCase())) profile.booleans += 1;
  // Both need a digit; most text has none, and is told apart without trying every form.
  if (/\d/.test(text) && text.length <= 40) addFigures(profile, text);
  for (const separator of [';', '|'] as const) {
    const parts = text.split(separator).filter((part) => part.trim() !== '');
    if (parts.length > 1) profile.lists[separator] += 1;
    if (parts.some((part) => part.length > LONGEST_ELEMENT)) profile.prose = true;
  }
}

function addFigures(profile: ColumnProfile, text: string): void {
  const style = findNumberStyle(text);
  if (style) {
    profile.numbers += 1;
    profile.numberStyles.add(style);
    if (isDigitCode(text)) profile.codes += 1;
  }
  const order = findDateOrder(text);
  if (order) {
    profile.dates += 1;
    profile.dateOrders.add(order);
  }
}

/** How the column writes its numbers, dates and lists, as far as its cells show. */
export function findStyle(profile: ColumnProfile): ColumnStyle {
  const orders = (['dmy', 'mdy'] as const).filter((order) => profile.dateOrders.has(order));
  return {
    numbers:
      profile.numberStyles.has('european') && !profile.numberStyles.has('english') ? 'european' : 'english',
    dates: orders.length === 1 ? (orders[0] ?? null) : null,
    separator: findSeparator(profile),
  };
}

type Ways = Pick<ChosenStyle, 'numbers' | 'dates'>;

/** The one of two ways that shows alone. */
function onlyOf<T extends string>(ways: readonly T[], shown: ReadonlySet<string>): T | undefined {
  const found = ways.filter((way) => shown.has(way));
  return found.length === 1 ? found[0] : undefined;
}

/** How a file writes numbers and dates, where its columns show it and agree. */
export function findFileWays(profiles: readonly ColumnProfile[]): Ways {
  const numbers = onlyOf(
    ['english', 'european'],
    new Set(profiles.flatMap(({ numberStyles }) => [...numberStyles])),
  );
  const dates = onlyOf(['dmy', 'mdy'], new Set(profiles.flatMap(({ dateOrders }) => [...dateOrders])));
  return { ...(numbers && { numbers }), ...(dates && { dates }) };
}

/** What the other columns of its file tell of a column that leaves it open: 1.200 beside 12,5 is a thousand and more. */
export function guessFromFile({ numberStyles, dateOrders }: ColumnProfile, file: Ways): Ways {
  const isOpen = (shown: ReadonlySet<string>, ways: readonly string[]) =>
    shown.has('unclear') && !ways.some((way) => shown.has(way));
  return {
    ...(file.numbers && isOpen(numberStyles, ['english', 'european']) && { numbers: file.numbers }),
    ...(file.dates && isOpen(dateOrders, ['dmy', 'mdy']) && { dates: file.dates }),
  };
}

function findSeparator({ lists, known, prose }: ColumnProfile): Separator | null {
  const separator = lists['|'] > lists[';'] ? '|' : ';';
  return !prose && lists[separator] > 0 && lists[separator] >= known * LEAST_LIST_SHARE ? separator : null;
}

/**
 * The type that every known cell of the column has; text where they differ, or where the reading would be a guess
 * (digits with leading zeros, 03/04/2024 throughout), unless somebody said how to read it.
 */
export function inferType(profile: ColumnProfile, chosen: ChosenStyle = {}): ValueType {
  const { known, numbers, codes, numberStyles, booleans, dates, dateOrders } = profile;
  if (known === 0) return 'text';
  if (booleans === known) return 'boolean';
  const oneStyle =
    chosen.numbers !== undefined || !(numberStyles.has('english') && numberStyles.has('european'));
  if (numbers === known && codes === 0 && oneStyle) return 'number';
  const oneOrder = !(dateOrders.has('dmy') && dateOrders.has('mdy'));
  const clear =
    chosen.dates !== undefined ||
    !dateOrders.has('unclear') ||
    dateOrders.has('dmy') ||
    dateOrders.has('mdy');
  if (dates === known && oneOrder && clear) return 'date';
  return findSeparator(profile) ? 'list' : 'text';
}
