import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeScoreChange, type ToldChange } from './describe-score-change';
import type { RuleNames } from './types';

const RULES: RuleNames = {
  fitWeight: 0.5,
  criteria: new Map([
    ['demo', { label: 'Requested a demo', axis: 'intent' as const }],
    ['click', { label: 'Clicked in an e-mail', axis: 'intent' as const }],
    ['off', { label: 'Unsubscribed', axis: 'intent' as const }],
    ['vp', { label: 'VP or head', axis: 'fit' as const }],
  ]),
};

function change(part: Partial<ToldChange>): ToldChange {
  return { scoreBefore: 62, score: 48, cause: 'event', rubricNumber: 4, moved: [], ...part };
}

describe('describeScoreChange', () => {
  it('sums the decay of all criteria and names the others', () => {
    const moved = [
      { criterionId: 'demo', before: 40, after: 28, decay: -12 },
      { criterionId: 'click', before: 10, after: 4, decay: -6 },
      { criterionId: 'off', before: 0, after: -10 },
    ];
    expect(describeScoreChange(change({ moved }), RULES)).toBe('62 → 48: decay −9, unsubscribed −5');
  });

  it('tells a new event from the fading of the old, and a limit from both', () => {
    const moved = [
      { criterionId: 'demo', before: 30, after: 60, decay: -10 },
      { limitOf: 'buying', axis: 'intent' as const, before: 0, after: -6 },
    ];
    expect(describeScoreChange(change({ scoreBefore: 40, score: 52, moved }), RULES)).toBe(
      '40 → 52: requested a demo +20, decay −5, limit −3',
    );
  });

  it('reads rows that were stored before decay was kept apart', () => {
    const moved = [{ criterionId: 'demo', before: 40, after: 20 }];
    const score = { scoreBefore: 50, score: 40, moved };
    expect(describeScoreChange(change({ ...score, cause: 'decay' }), RULES)).toBe('50 → 40: decay −10');
    expect(describeScoreChange(change({ ...score, cause: 'event' }), RULES)).toBe(
      '50 → 40: requested a demo −10',
    );
  });

  it('says who published, what was first, and what no name is known for', () => {
    const moved = [{ criterionId: 'vp', before: 0, after: 20 }];
    expect(describeScoreChange(change({ cause: 'rubric', scoreBefore: 40, score: 50, moved }), RULES)).toBe(
      '40 → 50 by rubric 4: VP or head +10',
    );
    expect(describeScoreChange(change({ cause: 'first', scoreBefore: null, score: 10, moved }), RULES)).toBe(
      'First scored 10: VP or head +10',
    );
    const gone = [...moved, { criterionId: 'gone', before: 30, after: 0 }];
    expect(describeScoreChange(change({ scoreBefore: 40, score: 35, moved: gone }), RULES)).toBe(
      '40 → 35: other rules −15, VP or head +10',
    );
  });

  it('says what moved when the whole score did not', () => {
    const moved = [{ criterionId: 'demo', before: 20.1, after: 19.4, decay: -0.7 }];
    expect(describeScoreChange(change({ scoreBefore: 50, score: 50, moved }), RULES)).toBe(
      '50 stays: decay, less than a point',
    );
    expect(describeScoreChange(change({ scoreBefore: 50, score: 50 }), RULES)).toBe('50 stays');
  });

  it('adds up, whatever moved', () => {
    const points = fc.double({ min: -40, max: 40, noNaN: true });
    const moves = fc.array(
      fc.record({
        criterionId: fc.constantFrom('demo', 'click', 'off', 'vp', 'gone'),
        before: points,
        after: points,
        decay: points,
      }),
      { maxLength: 8 },
    );
    const whole = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(whole, whole, moves, (scoreBefore, score, moved) => {
        const words = describeScoreChange(change({ scoreBefore, score, moved }), RULES);
        const parts = [...words.matchAll(/ ([+−])(\d+)(?=,|$)/g)].map(
          ([, sign, digits]) => (sign === '−' ? -1 : 1) * Number(digits),
        );
        const sum = parts.reduce((all, part) => all + part, 0);
        // Nothing is known of what moved only when nothing is told.
        expect(words.includes(':') ? sum : score - scoreBefore).toBe(score - scoreBefore);
      }),
    );
  });
});
