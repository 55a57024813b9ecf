import { describe, expect, it } from 'vitest';
import { compareReviews, findReviewDue } from './compare-reviews';
import type { ReviewFigures } from './schema';

const THEN: ReviewFigures = {
  verdict: 'weak',
  sentence: 'A closes 2.0 times as often as the rest',
  version: 3,
  best: { tier: 'A', won: 10, closed: 25 },
  rest: { won: 20, closed: 100 },
  auc: 0.7,
  contradicting: ['White paper'],
  shifted: [],
};

describe('two reviews', () => {
  it('that found the same have nothing to tell', () => {
    expect(compareReviews(THEN, { ...THEN, sentence: 'in other words' })).toEqual([]);
  });

  it('are told apart figure by figure', () => {
    const now: ReviewFigures = {
      ...THEN,
      verdict: 'working',
      version: 4,
      best: { tier: 'A', won: 30, closed: 50 },
      auc: null,
      contradicting: [],
      shifted: ['Score', 'Industry'],
    };
    expect(compareReviews(THEN, now)).toEqual([
      { label: 'Verdict', before: 'weak', after: 'working' },
      { label: 'Live rubric', before: 'version 3', after: 'version 4' },
      { label: 'Close rate of A', before: '40 % (10/25)', after: '60 % (30/50)' },
      { label: 'A won deal outranks a lost one', before: '70 % of the time', after: 'unknown' },
      { label: 'Criteria that contradict their sign', before: 'White paper', after: 'none' },
      { label: 'Shifted since it was measured', before: 'none', after: 'Score, Industry' },
    ]);
  });
});

describe('the next review', () => {
  const published = new Date('2026-01-01T00:00:00Z');

  it('is due so many days after the last, or after the first rubric', () => {
    const reviewed = new Date('2026-05-01T00:00:00Z');
    expect(findReviewDue(reviewed, published, 91)).toBe(Date.parse('2026-07-31T00:00:00Z'));
    expect(findReviewDue(null, published, 91)).toBe(Date.parse('2026-04-02T00:00:00Z'));
  });

  it('is not due before there is a rubric', () => {
    expect(findReviewDue(null, null, 91)).toBeNull();
  });
});
