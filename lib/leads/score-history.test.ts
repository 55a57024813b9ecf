import { describe, expect, it } from 'vitest';
import type { ScoreChangeEntry } from '@/lib/scores/types';
import { toHistory, toProjection } from './score-history';

const DAY = 86_400_000;

function entry(day: number, part: Partial<ScoreChangeEntry>): ScoreChangeEntry {
  return {
    id: String(day),
    at: new Date(day * DAY),
    cause: 'event',
    rubricNumber: 1,
    fit: 60,
    intent: 0,
    score: 30,
    tier: 'C',
    quadrant: 'nurture',
    scoreBefore: null,
    tierBefore: null,
    quadrantBefore: null,
    contributions: [],
    moved: [],
    ...part,
  };
}

const ENTRIES = [
  entry(30, { cause: 'decay', intent: 76, score: 68, scoreBefore: 70, tier: 'A', tierBefore: 'A' }),
  entry(20, {
    intent: 80,
    score: 70,
    scoreBefore: 30,
    tier: 'A',
    tierBefore: 'C',
    moved: [{ criterionId: 'demo', before: 0, after: 80 }],
  }),
  entry(1, { cause: 'first' }),
];

const RULES = new Map([
  [
    1,
    {
      fitWeight: 0.5,
      criteria: new Map([
        ['demo', { label: 'Requested a demo', axis: 'intent' as const }],
        ['quiet', { label: 'Nothing heard', axis: 'intent' as const }],
      ]),
    },
  ],
]);

describe('toHistory', () => {
  it('names what matters, oldest first, and leaves small fading without a name', () => {
    const points = toHistory(ENTRIES, RULES, 0);
    expect(points.map(({ at, score, cause }) => [at / DAY, score, cause])).toEqual([
      [1, 30, 'First scored 30: other rules +30'],
      [20, 70, '30 → 70: requested a demo +40'],
      [30, 68, undefined],
    ]);
    expect(points[1]?.causeAxis).toBe('intent');
  });

  it('begins with the score that held when the window opens', () => {
    const points = toHistory(ENTRIES, RULES, 10 * DAY);
    expect(points[0]).toEqual({ at: 10 * DAY, fit: 60, intent: 0, score: 30 });
    expect(points).toHaveLength(3);
  });
});

describe('toProjection', () => {
  it('ends with what holds at the end', () => {
    const step = { at: DAY, fit: 60, intent: 10, score: 35, scoreBefore: 40, tier: 'C', moved: null };
    const points = toProjection(
      [
        { ...step, quadrant: 'nurture' },
        { ...step, at: 50 * DAY, score: 0, quadrant: 'nurture' },
      ],
      { fit: 60, intent: 20, score: 40 },
      0,
      35,
    );
    expect(points).toEqual([
      { at: DAY, fit: 60, intent: 10, score: 35 },
      { at: 35 * DAY, fit: 60, intent: 10, score: 35 },
    ]);
  });
});
