import { ageInDays, instantAtAge } from './instants';
import type { OperandValue, OperatorName, Scalar } from './types';

/** The types of value an operator can look at. `any` is whatever is known; a date is ISO 8601 text. */
export type TakenType = 'text' | 'number' | 'boolean' | 'date' | 'any';

/** What a rubric has to give an operator, and so what its editor asks for. */
export type OperandKind = 'none' | 'scalars' | 'texts' | 'words' | 'number' | 'range' | 'days';

/** Tells whether one known value, text already trimmed and lower-cased, satisfies an operator. */
export type ValueTest = (value: unknown) => boolean;

interface OperatorBase {
  /** The operator in words, for a choice of operators. */
  label: string;
  operand: OperandKind;
  takes: readonly TakenType[];
  /** The comparison in words, after the name of the field. `operand` is the operand in words. */
  describe: (operand: string) => string;
}

/** An operator whose answer is the same at every instant. */
export interface LastingOperator extends OperatorBase {
  timed: false;
  /** Of a list, every element the operator takes has to satisfy it, and there must be one; else some element. */
  negative: boolean;
  /** What it answers of an unknown value. */
  ofUnknown: boolean;
  compile: (operand: OperandValue) => ValueTest;
}

/** An operator on the age of a date, which time alone makes true or false. */
export interface TimedOperator extends OperatorBase {
  timed: true;
  /** Whether it holds as of an instant of a date, both in milliseconds. */
  holds: (at: number, days: number, asOf: number) => boolean;
  /** The instants at which its answer may change, in milliseconds. */
  turns: (at: number, days: number) => number[];
}

export type Operator = LastingOperator | TimedOperator;

/** Text as every text operator compares it. */
export function normaliseText(text: string): string {
  return text.trim().toLowerCase();
}

/** The words of a text between single blanks, so that a phrase of whole words is a substring. */
export function wordsOf(text: string): string {
  return ` ${(normaliseText(text).match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')} `;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** An operand as a list: none, one, or the values themselves. */
export function listOperand(operand: OperandValue): readonly Scalar[] {
  if (operand === undefined) return [];
  return typeof operand === 'object' ? operand : [operand];
}

function numberOperand(operand: OperandValue): number {
  return typeof operand === 'number' ? operand : Number.NaN;
}

type Saying = Pick<LastingOperator, 'label' | 'describe'>;
type Working = Pick<LastingOperator, 'operand' | 'takes' | 'compile'> &
  Partial<Pick<LastingOperator, 'negative' | 'ofUnknown'>>;

function lasting(saying: Saying, working: Working): LastingOperator {
  return { timed: false, negative: false, ofUnknown: false, ...saying, ...working };
}

function equality(saying: Saying, negative: boolean): LastingOperator {
  return lasting(saying, {
    operand: 'scalars',
    takes: ['text', 'number', 'boolean'],
    negative,
    compile: (operand) => {
      const wanted = new Set<unknown>(
        listOperand(operand).map((value) => (isText(value) ? normaliseText(value) : value)),
      );
      return (value) => wanted.has(value) !== negative;
    },
  });
}

function textual(
  saying: Saying,
  matches: (text: string, wanted: string) => boolean,
  negative = false,
): LastingOperator {
  return lasting(saying, {
    operand: 'texts',
    takes: ['text'],
    negative,
    compile: (operand) => {
      const wanted = listOperand(operand).filter(isText).map(normaliseText);
      return (value) => isText(value) && wanted.some((one) => matches(value, one)) !== negative;
    },
  });
}

function numeric(saying: Saying, matches: (value: number, limit: number) => boolean): LastingOperator {
  return lasting(saying, {
    operand: 'number',
    takes: ['number'],
    compile: (operand) => {
      const limit = numberOperand(operand);
      return (value) => typeof value === 'number' && matches(value, limit);
    },
  });
}

function nullary(
  label: string,
  takes: readonly TakenType[],
  test: ValueTest,
  ofUnknown = false,
): LastingOperator {
  return lasting(
    { label, describe: () => label },
    { operand: 'none', takes, ofUnknown, compile: () => test },
  );
}

const containsWord = lasting(
  { label: 'has the word', describe: (words) => `has the word ${words}` },
  {
    operand: 'words',
    takes: ['text'],
    compile: (operand) => {
      const wanted = listOperand(operand).filter(isText).map(wordsOf);
      return (value) => {
        if (!isText(value)) return false;
        const words = wordsOf(value);
        return wanted.some((phrase) => words.includes(phrase));
      };
    },
  },
);

const between = lasting(
  { label: 'is between', describe: (range) => `is between ${range}` },
  {
    operand: 'range',
    takes: ['number'],
    compile: (operand) => {
      const [low = Number.NaN, high = Number.NaN] = listOperand(operand).map(numberOperand);
      return (value) => typeof value === 'number' && value >= low && value <= high;
    },
  },
);

const withinDays: TimedOperator = {
  label: 'was in the last … days',
  describe: (days) => `was in the last ${days}`,
  timed: true,
  operand: 'days',
  takes: ['date'],
  holds: (at, days, asOf) => at <= asOf && ageInDays(at, asOf) <= days,
  turns: (at, days) => [at, instantAtAge(at, days, true)],
};

const olderThanDays: TimedOperator = {
  label: 'was more than … days ago',
  describe: (days) => `was more than ${days} ago`,
  timed: true,
  operand: 'days',
  takes: ['date'],
  holds: (at, days, asOf) => ageInDays(at, asOf) > days,
  turns: (at, days) => [instantAtAge(at, days, true)],
};

/**
 * Every operator of the rubric format: what it takes, how it is asked for, evaluated and said. Validation, evaluation,
 * explanations and the editor all read this one table.
 */
export const OPERATORS: Readonly<Record<OperatorName, Operator>> = {
  eq: equality({ label: 'is', describe: (v) => `is ${v}` }, false),
  in: equality({ label: 'is one of', describe: (v) => `is ${v}` }, false),
  neq: equality({ label: 'is not', describe: (v) => `is not ${v}` }, true),
  not_in: equality({ label: 'is none of', describe: (v) => `is not ${v}` }, true),
  contains: textual({ label: 'contains', describe: (v) => `contains ${v}` }, (text, part) =>
    text.includes(part),
  ),
  not_contains: textual(
    { label: 'does not contain', describe: (v) => `does not contain ${v}` },
    (text, part) => text.includes(part),
    true,
  ),
  contains_word: containsWord,
  starts_with: textual({ label: 'starts with', describe: (v) => `starts with ${v}` }, (text, start) =>
    text.startsWith(start),
  ),
  ends_with: textual({ label: 'ends with', describe: (v) => `ends with ${v}` }, (text, end) =>
    text.endsWith(end),
  ),
  gt: numeric(
    { label: 'is more than', describe: (v) => `is more than ${v}` },
    (value, limit) => value > limit,
  ),
  gte: numeric(
    { label: 'is at least', describe: (v) => `is at least ${v}` },
    (value, limit) => value >= limit,
  ),
  lt: numeric(
    { label: 'is less than', describe: (v) => `is less than ${v}` },
    (value, limit) => value < limit,
  ),
  lte: numeric({ label: 'is at most', describe: (v) => `is at most ${v}` }, (value, limit) => value <= limit),
  between,
  is_set: nullary('is known', ['any'], () => true),
  is_not_set: nullary('is not known', ['any'], () => false, true),
  is_true: nullary('is true', ['boolean'], (value) => value === true),
  is_false: nullary('is false', ['boolean'], (value) => value === false),
  within_days: withinDays,
  older_than_days: olderThanDays,
};

/** Whether the format has an operator of this name. */
export function isOperatorName(name: string): name is OperatorName {
  return Object.hasOwn(OPERATORS, name);
}

/** The types an operator has to take, one of them, to look at a value of each JavaScript type. */
const TAKEN_BY_TYPE: Readonly<Record<string, readonly TakenType[]>> = {
  string: ['text', 'date'],
  number: ['number'],
  boolean: ['boolean'],
};

/** Whether a known value is of a type that the operator looks at. */
export function takesValue({ takes }: Operator, value: unknown): boolean {
  if (takes.includes('any')) return true;
  return (TAKEN_BY_TYPE[typeof value] ?? []).some((type) => takes.includes(type));
}
