import { listComparisons } from './condition-program';
import { listOperand, OPERATORS } from './operators';
import type { Comparison, Condition } from './types';

const DAY_MS = 86_400_000;

/** Combinations that are tried before giving up. */
const MOST_TRIED = 2_000;

/** Values of fields, by path; a field that is not in it is unknown. */
export type ExampleValues = ReadonlyMap<string, unknown>;

/** Values that may satisfy a comparison, or fail it where it stands under a `not`. */
function listCandidates(comparison: Comparison, asOf: number): unknown[] {
  const { operand } = OPERATORS[comparison.op];
  const wanted = listOperand(comparison.value);
  if (operand === 'days') {
    const days = typeof wanted[0] === 'number' ? wanted[0] : 0;
    return [asOf, asOf - (days + 1) * DAY_MS].map((at) => new Date(at).toISOString());
  }
  if (operand === 'none') return [true, false, 'yes', undefined];
  const near = wanted.flatMap((value) => (typeof value === 'number' ? [value + 1, value - 1] : []));
  return [...wanted, ...near, 'another', undefined];
}

/** Texts that begin with one wanted text and end with another, as one field may be asked for both. */
function joinTexts(comparisons: readonly Comparison[]): string[] {
  const textsOf = (op: Comparison['op']) =>
    comparisons.flatMap((one) =>
      one.op === op ? listOperand(one.value).filter((text) => typeof text === 'string') : [],
    );
  const inner = ['', ...textsOf('contains'), ...textsOf('contains_word').map((word) => ` ${word} `)];
  const starts = ['', ...textsOf('starts_with')];
  const ends = ['', ...textsOf('ends_with')];
  return starts.flatMap((start) =>
    inner.flatMap((middle) => ends.map((end) => `${start}${middle}${end}`.trim())),
  );
}

/**
 * An example of what satisfies a condition: values for its fields that, put together, are accepted. Values are taken
 * from the condition itself and tried in its order, so the first, plainest one is found.
 *
 * @param accepts whether the values satisfy the condition; asked of the compiled condition.
 * @param asOf milliseconds since 1970 UTC, for dates.
 * @returns null when none of the values tried does.
 */
export function findExample(
  condition: Condition,
  accepts: (values: ExampleValues) => boolean,
  asOf: number,
): ExampleValues | null {
  const comparisons = listComparisons(condition);
  const fields = [...new Set(comparisons.map(({ field }) => field))];
  const candidates = fields.map((field) => {
    const own = comparisons.filter((one) => one.field === field);
    const values = own.flatMap((one) => listCandidates(one, asOf));
    return [...new Set([...values, ...(own.length > 1 ? joinTexts(own) : [])])].filter(
      (value) => value !== '',
    );
  });
  let tried = 0;
  const search = (place: number, values: Map<string, unknown>): ExampleValues | null => {
    const field = fields[place];
    if (field === undefined) {
      tried += 1;
      return accepts(values) ? values : null;
    }
    for (const value of candidates[place] ?? []) {
      if (tried >= MOST_TRIED) return null;
      const next = new Map(values);
      if (value !== undefined) next.set(field, value);
      const found = search(place + 1, next);
      if (found) return found;
    }
    return null;
  };
  return search(0, new Map());
}

/** Puts a value at a path of names parted by dots; what else the record holds stays. */
export function putAtPath(
  record: Readonly<Record<string, unknown>>,
  path: string,
  value: unknown,
): Record<string, unknown> {
  const [name = '', ...rest] = path.split('.');
  if (rest.length === 0) return { ...record, [name]: value };
  const held = record[name];
  const child = typeof held === 'object' && held !== null && !Array.isArray(held) ? { ...held } : {};
  return { ...record, [name]: putAtPath(child, rest.join('.'), value) };
}
