import { describe, expect, it } from 'vitest';
import { findMoved, isSameScore } from './compare-scores';

const one = (criterionId: string, contribution: number) => ({
  criterionId,
  units: 1,
  points: contribution,
  contribution,
});

describe('findMoved', () => {
  it('names what came, went and moved, the largest difference first, and leaves out what stayed', () => {
    const before = [one('stays', 10), one('went', 4), one('fell', -2)];
    const after = [one('stays', 10 + 1e-9), one('fell', -12), one('came', 5)];
    expect(findMoved(before, after)).toEqual([
      { criterionId: 'fell', before: -2, after: -12 },
      { criterionId: 'came', before: 0, after: 5 },
      { criterionId: 'went', before: 4, after: 0 },
    ]);
  });
});

describe('isSameScore', () => {
  const score = { fit: 50, intent: 40, score: 45, tier: 'B', quadrant: 'nurture' } as const;

  it.each([{ fit: 51 }, { intent: 41 }, { score: 46 }, { tier: 'C' }, { quadrant: 'review' as const }])(
    'sees %o',
    (difference) => {
      expect(isSameScore(score, { ...score })).toBe(true);
      expect(isSameScore(score, { ...score, ...difference })).toBe(false);
    },
  );
});
