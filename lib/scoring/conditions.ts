import { datesIn, LastingAnswers, TimedAnswers } from './answer-field';
import { ConditionProgram, listComparisons, type AnswerPlace } from './condition-program';
import { createFieldReader, type FieldSource } from './fields';
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
interface Slot {
  field: string;
  timed: boolean;
  comparisons: Comparison[];
}

function isSame(a: Comparison, b: Comparison): boolean {
  return a.op === b.op && JSON.stringify(a.value) === JSON.stringify(b.value);
}

/** Finds a comparison a place in a slot of its field: that of the same comparison met before, or a new one. */
function placeComparison(comparison: Comparison, slots: Slot[]): AnswerPlace {
  const { field, op } = comparison;
  const { timed } = OPERATORS[op];
  const isOfField = (slot: Slot) => slot.field === field && slot.timed === timed;
  for (const [word, slot] of slots.entries()) {
    const place = slot.comparisons.findIndex((other) => isSame(other, comparison));
    if (isOfField(slot) && place >= 0) return { word, bit: place };
  }
  const open = slots.findIndex((slot) => isOfField(slot) && slot.comparisons.length < COMPARISONS_PER_WORD);
  const word = open >= 0 ? open : slots.push({ field, timed, comparisons: [] }) - 1;
  const count = slots[word]?.comparisons.push(comparison) ?? 1;
  return { word, bit: count - 1 };
}

/** A date comparison of a condition: how to read its field, and when it may turn for a date. */
interface Turning<T> {
  read: (target: T) => unknown;
  turns: (at: number) => number[];
}

function listTurning<T>(condition: Condition, source: FieldSource<T>): Turning<T>[] {
  return listComparisons(condition).flatMap(({ field, op, value }) => {
    const operator = OPERATORS[op];
    if (!operator.timed || typeof value !== 'number') return [];
    const turns = (at: number) => operator.turns(at, value);
    return [{ read: createFieldReader(source, field), turns }];
  });
}

function findNextTurn<T>(turning: readonly Turning<T>[], target: T, asOf: number): number {
  let next = Number.POSITIVE_INFINITY;
  for (const { read, turns } of turning) {
    for (const at of datesIn(read(target))) {
      for (const turn of turns(at)) if (turn > asOf && turn < next) next = turn;
    }
  }
  return next;
}

/**
 * Compiles conditions that will be asked of the same targets, so that a field they share is read once for each.
 *
 * @param source the fields of the target.
 */
export function compileConditions<T>(
  conditions: readonly Condition[],
  source: FieldSource<T>,
): ConditionSet<T> {
  const slots: Slot[] = [];
  const program = new ConditionProgram(conditions, (comparison) => placeComparison(comparison, slots));
  const turning = conditions.map((condition) => listTurning(condition, source));
  const lasting = slots.flatMap(({ field, timed, comparisons }, word) =>
    timed ? [] : [{ ...source.find(field), word, answers: new LastingAnswers(comparisons) }],
  );
  const timed = slots.flatMap((slot, word) =>
    slot.timed ? [{ ...source.find(slot.field), word, answers: new TimedAnswers(slot.comparisons) }] : [],
  );
  const words = new Int32Array(slots.length);
  const held = new Uint8Array(conditions.length);
  const parts: unknown[] = [];
  return {
    evaluate: (target, asOf) => {
      source.split(target, parts);
      for (const { part, read, word, answers } of lasting) words[word] = answers.answer(read(parts[part]));
      for (const { part, read, word, answers } of timed) {
        words[word] = answers.answer(read(parts[part]), asOf);
      }
      program.run(words, held);
      return held;
    },
    timed: turning.map((comparisons) => comparisons.length > 0),
    nextTurn: (index, target, asOf) => findNextTurn(turning[index] ?? [], target, asOf),
  };
}
