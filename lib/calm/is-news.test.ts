import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_CALM } from './constants';
import { isNews } from './is-news';

const DAY = 86_400_000;
const TIER = { minScore: 70, minFit: 50, minIntent: 0 };
const back = (hours: number, lowest: Partial<{ score: number; fit: number; intent: number }> = {}) => ({
  lastAt: 0,
  at: (hours / 24) * DAY,
  lowest: { score: null, fit: null, intent: null, ...lowest },
});

describe('isNews', () => {
  it.each([
    ['a lead that was never told of', { ...back(0), lastAt: null }, true],
    ['one that fell just below the threshold', back(1, { score: 69 }), false],
    ['one that fell four points below', back(1, { score: 66 }), false],
    ['one that fell five points below', back(1, { score: 65 }), true],
    ['one whose fit fell five points below', back(1, { score: 80, fit: 45 }), true],
    ['one whose intent fell, of which nothing is asked', back(1, { intent: 0 }), false],
    ['one that did not move', back(1), false],
    ['one that comes back just before a week', back(7 * 24 - 0.01, { score: 69 }), false],
    ['one that comes back after a week', back(7 * 24, { score: 69 }), true],
  ])('%s', (_words, comeback, news) => {
    expect(isNews(comeback, TIER, DEFAULT_CALM)).toBe(news);
  });

  it('with no points asked takes any fall below the threshold, but not to it', () => {
    const calm = { fallPoints: 0, days: 7 };
    expect(isNews(back(1, { score: 69 }), TIER, calm)).toBe(true);
    expect(isNews(back(1, { score: 70 }), TIER, calm)).toBe(false);
  });

  it('tells at most once a week of a lead that flaps within five points', () => {
    const gaps = fc.array(fc.integer({ min: 1, max: 3 * 24 }), { maxLength: 100 });
    const lows = fc.array(fc.integer({ min: 66, max: 69 }), { minLength: 100, maxLength: 100 });
    fc.assert(
      fc.property(gaps, lows, (hours, scores) => {
        let at = 0;
        let lastAt: number | null = null;
        const told: number[] = [];
        hours.forEach((gap, i) => {
          at += (gap / 24) * DAY;
          const lowest = { score: scores[i] ?? null, fit: null, intent: null };
          if (!isNews({ lastAt, at, lowest }, TIER, DEFAULT_CALM)) return;
          told.push(at);
          lastAt = at;
        });
        expect(told.length).toBeLessThanOrEqual(1 + at / (7 * DAY));
      }),
    );
  });
});
