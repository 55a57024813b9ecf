/** Whether 03/04/2024 is 3 April (`dmy`) or March 4 (`mdy`). */
export type DateOrder = 'dmy' | 'mdy';

/** `either`: every order gives the same day. `unclear`: the orders give different days. */
export type ShownOrder = DateOrder | 'either' | 'unclear';

const TIME = String.raw`(?:[T ,]+(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,](?<fraction>\d{1,9}))?)?\s*(?<half>[ap]\.?m\.?)?\s*(?<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?`;
const YEAR_FIRST = new RegExp(
  String.raw`^(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})${TIME}$`,
  'i',
);
const DOTTED = new RegExp(String.raw`^(?<day>\d{1,2})\.\s?(?<month>\d{1,2})\.\s?(?<year>\d{4})${TIME}$`, 'i');
const SLASHED = new RegExp(
  String.raw`^(?<first>\d{1,2})(?<mark>[/-])(?<next>\d{1,2})\k<mark>(?<year>\d{4})${TIME}$`,
  'i',
);
const DAY_NAME = new RegExp(
  String.raw`^(?<day>\d{1,2})(?:st|nd|rd|th)?[ -](?<name>[a-z]{3,9})\.?,?[ -](?<year>\d{4})${TIME}$`,
  'i',
);
const NAME_DAY = new RegExp(
  String.raw`^(?<name>[a-z]{3,9})\.? (?<day>\d{1,2})(?:st|nd|rd|th)?,? (?<year>\d{4})${TIME}$`,
  'i',
);
const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

type Groups = Record<string, string | undefined>;

interface Shape {
  day: number;
  month: number;
  groups: Groups;
  order: ShownOrder;
}

function monthOf(name: string): number {
  const wanted = name.toLowerCase();
  return (
    MONTHS.findIndex(
      (month) => month === wanted || (wanted.length <= 4 && month.startsWith(wanted.slice(0, 3))),
    ) + 1
  );
}

function readShape(text: string, order: DateOrder | null): Shape | null {
  const certain = YEAR_FIRST.exec(text)?.groups ?? DOTTED.exec(text)?.groups;
  if (certain)
    return { day: Number(certain.day), month: Number(certain.month), groups: certain, order: 'either' };
  const named = DAY_NAME.exec(text)?.groups ?? NAME_DAY.exec(text)?.groups;
  if (named)
    return { day: Number(named.day), month: monthOf(named.name ?? ''), groups: named, order: 'either' };
  const slashed = SLASHED.exec(text)?.groups;
  if (!slashed) return null;
  const first = Number(slashed.first);
  const second = Number(slashed.next);
  const shown = first > 12 ? 'dmy' : second > 12 ? 'mdy' : first === second ? 'either' : 'unclear';
  const used = shown === 'unclear' ? order : shown;
  const [day, month] = used === 'mdy' ? [second, first] : [first, second];
  return { day, month, groups: slashed, order: shown };
}

function hourOf(groups: Groups): number {
  const hour = Number(groups.hour);
  if (!groups.half) return hour;
  if (hour < 1 || hour > 12) return Number.NaN;
  return (hour % 12) + (groups.half.toLowerCase().startsWith('p') ? 12 : 0);
}

function zoneMinutes(zone: string | undefined): number {
  const match = /^([+-])(\d{2}):?(\d{2})$/.exec(zone ?? '');
  if (!match) return 0;
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3]));
}

function toIso({ day, month, groups }: Shape): string | null {
  const year = Number(groups.year);
  const midnight = new Date(Date.UTC(year, month - 1, day));
  if (year < 1000 || midnight.getUTCMonth() !== month - 1 || midnight.getUTCDate() !== day) return null;
  if (groups.hour === undefined) return midnight.toISOString().slice(0, 10);
  const [hour, minute, second] = [hourOf(groups), Number(groups.minute), Number(groups.second ?? 0)];
  if (!(hour < 24) || minute > 59 || second > 59) return null;
  const milliseconds = Number((groups.fraction ?? '').padEnd(3, '0').slice(0, 3));
  const offset = zoneMinutes(groups.zone);
  return new Date(Date.UTC(year, month - 1, day, hour, minute - offset, second, milliseconds)).toISOString();
}

/**
 * Reads a date or an instant: ISO 8601, 31.12.2024, 31/12/2024, 12/31/2024, 31 Dec 2024, Dec 31, 2024, with or without a
 * time of day and a zone (UTC when there is none). Days that do not exist are refused.
 *
 * @param order how to read day and month where the text does not tell; null leaves such a date unread.
 * @returns ISO 8601: a date alone where there is no time of day, else an instant in UTC; null when it is no such date;
 *   `unclear` when day and month could change places.
 */
export function parseDate(text: string, order: DateOrder | null = null): { iso: string } | 'unclear' | null {
  const shape = readShape(text.trim(), order);
  if (!shape) return null;
  const iso = toIso(shape);
  if (iso === null) return null;
  return shape.order === 'unclear' && order === null ? 'unclear' : { iso };
}

/** Which order of day and month a date shows, or null when it is no date. */
export function findDateOrder(text: string): ShownOrder | null {
  const shape = readShape(text.trim(), null);
  return shape && toIso(shape) !== null ? shape.order : null;
}
