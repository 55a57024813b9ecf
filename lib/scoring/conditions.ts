import { datesIn, LastingAnswers, TimedAnswers } from './answer-field';
import { ConditionProgram, listComparisons, type AnswerPlace } from './condition-program';
import type { FieldReader } from './fields';
import { OPERATORS } from './operators';
import type { Comparison, Condition } from './types';

/** Comparisons per word of answers: a word is a 32-bit integer. */
const COMPARISONS_PER_WORD = 30;

/** Conditions over one kind of target, compiled. */
export interface ConditionSet<T> {
  /**
   * Whether each condition, by its place in the list given, holds (1) or not (0) for a target as of an instant in
   * milliseconds. The array is the same on each call: read it before the next.
   */
  evaluate: (target: T, asOf: number) => Uint8Array;
  /** Whether time alone may turn a condition. */
  timed: readonly boolean[];
  /** The first instant after `asOf` at which time may turn a condition for a target; Infinity when none will. */
  nextTurn: (index: number, target: T, asOf: number) => number;
}

/** All comparisons of one field whose answers share a word. */
interface Slot<T> {
  field: string;
  timed: boolean;
  comparisons: Comparison[];
  read: FieldReader<T>;
}

/** Finds a comparison a place in a slot of its field, opening a new one when there is none with room. */
function placeComparison<T>(
  comparison: Comparison,
  slots: Slot<T>[],
  reader: (path: string) => FieldReader<T>,
): AnswerPlace {
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
  const program = new ConditionProgram(conditions, (comparison) =>
    placeComparison(comparison, slots, reader),
  );
  const turning = conditions.map((condition) =>
    listComparisons(condition).flatMap(({ field, op, value }) => {
      const operator = OPERATORS[op];
      if (!operator.timed || typeof value !== 'number') return [];
      return [{ operator: (at: number) => operator.turns(at, value), read: reader(field) }];
    }),
  );
  const lasting = slots.flatMap(({ timed, comparisons, read }, word) =>
    timed ? [] : [{ read, word, answers: new LastingAnswers(comparisons) }],
  );
  const timed = slots.flatMap((slot, word) =>
    slot.timed ? [{ read: slot.read, word, answers: new TimedAnswers(slot.comparisons) }] : [],
  );
  const words = new Int32Array(slots.length);
  const held = new Uint8Array(conditions.length);
  return {
    evaluate: (target, asOf) => {
      for (const { read, word, answers } of lasting) words[word] = answers.answer(read(target));
      for (const { read, word, answers } of timed) words[word] = answers.answer(read(target), asOf);
      program.run(words, held);
      return held;
    },
    timed: turning.map((comparisons) => comparisons.length > 0),
    nextTurn: (index, target, asOf) => findNextTurn(turning[index] ?? [], target, asOf),
  };
}
