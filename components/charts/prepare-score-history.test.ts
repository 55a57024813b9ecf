import { describe, expect, it } from 'vitest';
import { prepareScoreHistory, type HistoryPoint } from './prepare-score-history';

const DAY = 86_400_000;
const START = Date.parse('2025-11-01T12:00:00Z');
const NOW = START + 10 * DAY;

const POINTS: readonly HistoryPoint[] = [
  { at: START, fit: 80, intent: 0, score: 40, cause: 'First scored' },
  { at: START + 4 * DAY, fit: 80, intent: 40, score: 60, cause: 'Requested a demo', causeAxis: 'intent' },
  { at: START + 8 * DAY, fit: 80, intent: 32, score: 56 },
];

describe('prepareScoreHistory', () => {
  it('holds the last score until now', () => {
    const { rows, domain } = prepareScoreHistory({ points: POINTS, now: NOW, timeZone: 'UTC' });
    expect(rows).toHaveLength(4);
    expect(rows.at(-1)).toEqual({ at: NOW, fit: 80, intent: 32, score: 56 });
    expect(domain).toEqual([START, NOW]);
  });

  it('lets the future begin where the past ends', () => {
    const later = { at: NOW + 5 * DAY, fit: 80, intent: 20, score: 50 };
    const { rows, domain } = prepareScoreHistory({
      points: POINTS,
      projected: [later],
      now: NOW,
      timeZone: 'UTC',
    });
    expect(rows[3]).toMatchObject({ at: NOW, score: 56, scoreNext: 56, intentNext: 32 });
    expect(rows[4]).toEqual({ at: later.at, fitNext: 80, intentNext: 20, scoreNext: 50 });
    expect(domain[1]).toBe(later.at);
  });

  it('numbers the causes, with their days', () => {
    const { causes } = prepareScoreHistory({ points: POINTS, now: NOW, timeZone: 'UTC' });
    expect(causes.map(({ number, label, day }) => [number, label, day])).toEqual([
      [1, 'First scored', '1 Nov'],
      [2, 'Requested a demo', '5 Nov'],
    ]);
    expect(causes[1]?.axis).toBe('intent');
  });

  it('spreads its ticks over the whole time and stands on nothing at all', () => {
    const { ticks, tickText } = prepareScoreHistory({ points: POINTS, now: NOW, timeZone: 'UTC' });
    expect(ticks[0]).toBe(START);
    expect(ticks.at(-1)).toBe(NOW);
    expect(tickText(NOW)).toBe('11 Nov');
    expect(prepareScoreHistory({ points: [], now: NOW, timeZone: 'UTC' })).toMatchObject({
      rows: [],
      ticks: [NOW],
    });
  });
});
