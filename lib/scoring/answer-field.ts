import { parseInstant } from './instants';
import { isUnknown } from './known';
import {
  normaliseText,
  OPERATORS,
  takesValue,
  type LastingOperator,
  type TimedOperator,
  type ValueTest,
} from './operators';
import type { Comparison } from './types';

const TEXTS_REMEMBERED = 20_000;

/** Stands for the answers to an unknown value, which in a list is passed over. */
const UNKNOWN = -1;

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

function bitsOf(leaves: readonly Leaf[]): number {
  return leaves.reduce((bits, leaf) => bits | leaf.bit, 0);
}

/** The comparisons that take values of one type. */
class TypedAnswers {
  /** The bits of those comparisons. */
  readonly taken: number;
  private readonly leaves: readonly Leaf[];

  /** @param sample any value of the type. */
  constructor(leaves: readonly Leaf[], sample: unknown) {
    this.leaves = leaves.filter((leaf) => takesValue(leaf.operator, sample));
    this.taken = bitsOf(this.leaves);
  }

  answer(value: unknown): number {
    let bits = 0;
    for (const leaf of this.leaves) if (leaf.test(value)) bits |= leaf.bit;
    return bits;
  }
}

/**
 * Comparisons of one field whose answers do not depend on time. Bit n of an answer says whether the nth holds.
 *
 * Texts come again and again, so the answers to each are remembered: what a text satisfies is worked out once.
 */
export class LastingAnswers {
  private readonly unknown: number;
  private readonly negative: number;
  private readonly texts: TypedAnswers;
  private readonly numbers: TypedAnswers;
  private readonly booleans: TypedAnswers;
  private readonly others: TypedAnswers;
  private readonly whenTrue: number;
  private readonly whenFalse: number;
  private readonly remembered = new Map<string, number>();

  /** @param comparisons at most 30. */
  constructor(comparisons: readonly Comparison[]) {
    const leaves = compileLeaves(comparisons);
    this.unknown = bitsOf(leaves.filter((leaf) => leaf.operator.ofUnknown));
    this.negative = bitsOf(leaves.filter((leaf) => leaf.operator.negative));
    this.texts = new TypedAnswers(leaves, '');
    this.numbers = new TypedAnswers(leaves, 0);
    this.booleans = new TypedAnswers(leaves, true);
    this.others = new TypedAnswers(leaves, {});
    this.whenTrue = this.booleans.answer(true);
    this.whenFalse = this.booleans.answer(false);
  }

  answer(value: unknown): number {
    if (typeof value === 'string') {
      const bits = this.answerText(value);
      return bits === UNKNOWN ? this.unknown : bits;
    }
    if (typeof value === 'number') return this.numbers.answer(value);
    if (typeof value === 'boolean') return value ? this.whenTrue : this.whenFalse;
    if (value === null || value === undefined) return this.unknown;
    return Array.isArray(value) ? this.answerList(value) : this.others.answer(value);
  }

  private answerText(text: string): number {
    return this.remembered.get(text) ?? this.learnText(text);
  }

  private learnText(text: string): number {
    const bits = isUnknown(text) ? UNKNOWN : this.texts.answer(normaliseText(text));
    if (this.remembered.size >= TEXTS_REMEMBERED) this.remembered.clear();
    this.remembered.set(text, bits);
    return bits;
  }

  private typeOf(value: unknown): TypedAnswers {
    if (typeof value === 'number') return this.numbers;
    return typeof value === 'boolean' ? this.booleans : this.others;
  }

  private answerList(list: readonly unknown[]): number {
    let some = 0;
    let failed = 0;
    let anyKnown = false;
    for (let i = 0; i < list.length; i += 1) {
      const element = list[i];
      let bits = UNKNOWN;
      let { taken } = this.texts;
      if (typeof element === 'string') bits = this.answerText(element);
      else if (!isUnknown(element)) {
        const type = this.typeOf(element);
        bits = type.answer(element);
        taken = type.taken;
      }
      if (bits === UNKNOWN) continue;
      some |= bits;
      failed |= taken & ~bits;
      anyKnown = true;
    }
    return anyKnown ? some & ~(failed & this.negative) : this.unknown;
  }
}

/** The dates in a value: itself, or the elements of a list that are dates. In milliseconds. */
export function datesIn(value: unknown): number[] {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values
    .map((one) => (typeof one === 'string' ? parseInstant(one) : Number.NaN))
    .filter((instant) => !Number.isNaN(instant));
}

/** As {@link LastingAnswers}, for comparisons of a date with an instant. */
export class TimedAnswers {
  private readonly leaves: { operator: TimedOperator; days: number; bit: number }[];

  /** @param comparisons at most 30. */
  constructor(comparisons: readonly Comparison[]) {
    this.leaves = comparisons.flatMap(({ op, value }, place) => {
      const operator = OPERATORS[op];
      return operator.timed && typeof value === 'number' ? [{ operator, days: value, bit: 1 << place }] : [];
    });
  }

  answer(value: unknown, asOf: number): number {
    const dates = datesIn(value);
    let bits = 0;
    for (const { operator, days, bit } of this.leaves) {
      if (dates.some((at) => operator.holds(at, days, asOf))) bits |= bit;
    }
    return bits;
  }
}
