import type { Comparison, Condition } from './types';

/** Where a comparison's answer is found: which bit of which word, the lowest being bit 0. */
export interface AnswerPlace {
  word: number;
  bit: number;
}

const FAILS = -2;
const HOLDS = -1;

function isComparison(condition: Condition): condition is Comparison {
  return 'field' in condition;
}

/** The comparisons of a condition, from left to right, those under a `not` included. */
export function listComparisons(condition: Condition): Comparison[] {
  if (isComparison(condition)) return [condition];
  if ('not' in condition) return listComparisons(condition.not);
  return ('all' in condition ? condition.all : condition.any).flatMap(listComparisons);
}

/**
 * Conditions as one list of jumps. Each comparison is four numbers: the word and the bit of its answer, and where to go
 * on when it fails and when it holds: to another comparison, or to the end. `all`, `any` and `not` are nothing but
 * where the jumps lead.
 */
export class ConditionProgram {
  private readonly code: Int32Array;
  /** Where each condition begins. */
  private readonly entries: Int32Array;

  /** @param place gives a comparison its place among the answers. */
  constructor(conditions: readonly Condition[], place: (comparison: Comparison) => AnswerPlace) {
    const code: number[] = [];
    // From the last part to the first, so that where to go on is known when a jump is written.
    const write = (condition: Condition, whenTrue: number, whenFalse: number): number => {
      if (isComparison(condition)) {
        const { word, bit } = place(condition);
        return code.push(word, bit, whenFalse, whenTrue) - 4;
      }
      if ('not' in condition) return write(condition.not, whenFalse, whenTrue);
      if ('all' in condition) {
        return condition.all.reduceRight((next, part) => write(part, next, whenFalse), whenTrue);
      }
      return condition.any.reduceRight((next, part) => write(part, whenTrue, next), whenFalse);
    };
    this.entries = Int32Array.from(conditions, (condition) => write(condition, HOLDS, FAILS));
    this.code = Int32Array.from(code);
  }

  /**
   * Combines the answers to the comparisons.
   *
   * @param held receives 1 for each condition that holds, else 0.
   */
  run(words: Int32Array, held: Uint8Array): void {
    const { code, entries } = this;
    for (let i = 0; i < entries.length; i += 1) {
      let at = entries[i] ?? FAILS;
      // The answer picks the jump by arithmetic: a branch on it would be guessed wrong half the time.
      while (at >= 0) {
        const answer = ((words[code[at] ?? 0] ?? 0) >>> (code[at + 1] ?? 0)) & 1;
        at = code[at + 2 + answer] ?? FAILS;
      }
      held[i] = at - FAILS;
    }
  }
}
