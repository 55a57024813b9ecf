import { isUnknown } from './known';
import type { FieldReader } from './fields';
import { parseInstant } from './instants';
import { normaliseText, OPERATORS, takesValue, type LastingOperator, type ValueTest } from './operators';
import type { Comparison, Condition } from './types';

/** Comparisons per word of answers: a word is a 32-bit integer. */
const COMPARISONS_PER_WORD = 30;
const TEXTS_REMEMBERED = 20_000;

/**
 * Conditions over one kind of target, compiled. `load` answers every comparison for one target as of one instant;
 * `holds` then combines the answers.
 */
export interface ConditionSet<T> {
  load: (target: T, asOf: number) => void;
  /** Whether a condition, by its place in the list given, holds for what was loaded. */
  holds: (index: number) => boolean;
  /** Whether time alone may turn a condition. */
  timed: readonly boolean[];
  /** The first instant after `asOf` at which time may turn a condition for a target; Infinity when none will. */
  nextTurn: (index: number, target: T, asOf: number) => number;
}

type Answers = Int32Array;
type Test = (answers: Answers) => boolean;

/** All comparisons of one field whose answers share a word. */
interface Slot<T> {
  field: string;
  timed: boolean;
  comparisons: Comparison[];
  read: FieldReader<T>;
}

interface Leaf {
  operator: LastingOperator;
  test: ValueTest;
  bit: number;
}

function compileLeaves(comparisons: readonly Comparison[]): Leaf[] {
  return comparisons.flatMap(({ op, value }, place) => {
    const operator = OPERATORS[op];
    return operator.timed ? [] : [{ operator, test: operator.compile(value), bit: 1 << place }];
  });
}

function bitsWhere(leaves: readonly Leaf[], holds: (leaf: Leaf) => boolean): number {
  let bits = 0;
  for (const leaf of leaves) if (holds(leaf)) bits |= leaf.bit;
  return bits;
}

/** Answers the comparisons of one field that do not depend on time; the answers to a text are remembered. */
function compileLasting(comparisons: readonly Comparison[]): (value: unknown) => number {
  const leaves = compileLeaves(comparisons);
  const unknown = bitsWhere(leaves, (leaf) => leaf.operator.ofUnknown);
  const negative = bitsWhere(leaves, (leaf) => leaf.operator.negative);
  const whenTrue = bitsWhere(leaves, (leaf) => takesValue(leaf.operator, true) && leaf.test(true));
  const whenFalse = bitsWhere(leaves, (leaf) => takesValue(leaf.operator, false) && leaf.test(false));
  const remembered = new Map<string, number>();

  const answerKnown = (value: unknown): number =>
    bitsWhere(leaves, (leaf) => takesValue(leaf.operator, value) && leaf.test(value));

  const answerText = (text: string): number => {
    let bits = remembered.get(text);
    if (bits === undefined) {
      bits = isUnknown(text) ? unknown : answerKnown(normaliseText(text));
      if (remembered.size >= TEXTS_REMEMBERED) remembered.clear();
      remembered.set(text, bits);
    }
    return bits;
  };

  const answerList = (list: readonly unknown[]): number => {
    let some = 0;
    let failed = 0;
    for (const element of list) {
      if (isUnknown(element)) continue;
      const bits = typeof element === 'string' ? answerText(element) : answerKnown(element);
      some |= bits;
      failed |= bitsWhere(leaves, (leaf) => takesValue(leaf.operator, element)) & ~bits;
    }
    return some & ~(failed & negative);
  };

  return (value) => {
    if (typeof value === 'string') return answerText(value);
    if (typeof value === 'boolean') return value ? whenTrue : whenFalse;
    if (isUnknown(value)) return unknown;
    return Array.isArray(value) ? answerList(value) : answerKnown(value);
  };
}

/** The dates in a value: itself, or the elements of a list that are dates. */
function datesIn(value: unknown): number[] {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values
    .map((one) => (typeof one === 'string' ? parseInstant(one) : Number.NaN))
    .filter((instant) => !Number.isNaN(instant));
}

function compileTimed(comparisons: readonly Comparison[]): (value: unknown, asOf: number) => number {
  return (value, asOf) => {
    const dates = datesIn(value);
    let bits = 0;
    comparisons.forEach(({ op, value: days }, place) => {
      const operator = OPERATORS[op];
      if (!operator.timed || typeof days !== 'number') return;
      if (dates.some((at) => operator.holds(at, days, asOf))) bits |= 1 << place;
    });
    return bits;
  };
}

function isComparison(condition: Condition): condition is Comparison {
  return 'field' in condition;
}

/** The comparisons of a condition, from left to right, those under a `not` included. */
export function listComparisons(condition: Condition): Comparison[] {
  if (isComparison(condition)) return [condition];
  if ('not' in condition) return listComparisons(condition.not);
  return ('all' in condition ? condition.all : condition.any).flatMap(listComparisons);
}

/** Finds a comparison a place in a slot of its field, opening a new one when there is none with room. */
function placeComparison<T>(
  comparison: Comparison,
  slots: Slot<T>[],
  reader: (path: string) => FieldReader<T>,
): { word: number; bit: number } {
  const { field, op } = comparison;
  const { timed } = OPERATORS[op];
  let word = slots.findIndex(
    (slot) => slot.field === field && slot.timed === timed && slot.comparisons.length < COMPARISONS_PER_WORD,
  );
  let slot = slots[word];
  if (!slot) {
    slot = { field, timed, comparisons: [], read: reader(field) };
    word = slots.push(slot) - 1;
  }
  return { word, bit: 1 << (slot.comparisons.push(comparison) - 1) };
}

function compileTest(
  condition: Condition,
  place: (comparison: Comparison) => { word: number; bit: number },
): Test {
  if (isComparison(condition)) {
    const { word, bit } = place(condition);
    return (answers) => ((answers[word] ?? 0) & bit) !== 0;
  }
  if ('not' in condition) {
    const test = compileTest(condition.not, place);
    return (answers) => !test(answers);
  }
  const wanted = 'any' in condition;
  const tests = ('all' in condition ? condition.all : condition.any).map((one) => compileTest(one, place));
  return (answers) => {
    for (const test of tests) if (test(answers) === wanted) return wanted;
    return !wanted;
  };
}

function findNextTurn<T>(
  timed: readonly { operator: (at: number) => number[]; read: FieldReader<T> }[],
  target: T,
  asOf: number,
): number {
  let next = Number.POSITIVE_INFINITY;
  for (const { operator, read } of timed) {
    for (const at of datesIn(read(target))) {
      for (const turn of operator(at)) if (turn > asOf && turn < next) next = turn;
    }
  }
  return next;
}

/**
 * Compiles conditions that will be asked of the same targets, so that a field they share is read once for each.
 *
 * @param reader how to read a field of the target, by its path.
 */
export function compileConditions<T>(
  conditions: readonly Condition[],
  reader: (path: string) => FieldReader<T>,
): ConditionSet<T> {
  const slots: Slot<T>[] = [];
  const tests = conditions.map((condition) =>
    compileTest(condition, (comparison) => placeComparison(comparison, slots, reader)),
  );
  const turning = conditions.map((condition) =>
    listComparisons(condition).flatMap(({ field, op, value }) => {
      const operator = OPERATORS[op];
      if (!operator.timed || typeof value !== 'number') return [];
      return [{ operator: (at: number) => operator.turns(at, value), read: reader(field) }];
    }),
  );
  const readers = slots.map((slot) => slot.read);
  const answerers = slots.map((slot) =>
    slot.timed ? compileTimed(slot.comparisons) : compileLasting(slot.comparisons),
  );
  const answers = new Int32Array(slots.length);
  return {
    load: (target, asOf) => {
      for (let word = 0; word < answers.length; word += 1) {
        const value = readers[word]?.(target);
        answers[word] = answerers[word]?.(value, asOf) ?? 0;
      }
    },
    holds: (index) => tests[index]?.(answers) ?? false,
    timed: turning.map((comparisons) => comparisons.length > 0),
    nextTurn: (index, target, asOf) => findNextTurn(turning[index] ?? [], target, asOf),
  };
}
