import { describe, expect, it } from 'vitest';
import { judgeTiers, type VerdictInput } from './verdict';

const NOW = Date.UTC(2026, 10, 22);
const ORDER = ['A', 'B', 'C'];

function judge(
  a: [number, number],
  b: [number, number],
  c: [number, number],
  more: Partial<VerdictInput> = {},
) {
  const rows = [a, b, c].map(([won, closed], index) => ({
    tier: ORDER[index] ?? '',
    won,
    lost: closed - won,
  }));
  return judgeTiers({ order: ORDER, rows, pace: null, now: NOW, ...more });
}

describe('judgeTiers', () => {
  it('finds it working: at least three times the rest, and more than chance', () => {
    const verdict = judge([50, 79], [39, 168], [16, 165]);
    expect(verdict.kind).toBe('working');
    expect(verdict.lift.ratio).toBeCloseTo(50 / 79 / (55 / 333), 12);
    expect(verdict.lift.interval.low).toBeGreaterThan(1);
    expect(verdict.missing).toBeNull();
  });

  it('finds it weak below three times, however sure', () => {
    expect(judge([200, 1000], [200, 2000], [150, 2000]).kind).toBe('weak');
  });

  it('finds it weak at three times when that may be chance', () => {
    const verdict = judge([2, 4], [6, 36], [4, 24]);
    expect(verdict.lift.ratio).toBeCloseTo(3, 12);
    expect(verdict.lift.interval.low).toBeLessThan(1);
    expect(verdict.kind).toBe('weak');
  });

  it('finds it miscalibrated when A is no better than B, even three times as good as the rest', () => {
    const verdict = judge([20, 40], [20, 40], [10, 400]);
    expect(verdict.lift.ratio).toBeGreaterThan(3);
    expect(verdict.kind).toBe('miscalibrated');
    expect(verdict.differsFromSecond).toBe(false);
    expect(judge([10, 100], [40, 100], [10, 100])).toMatchObject({
      kind: 'miscalibrated',
      differsFromSecond: true,
    });
  });

  it('does not hold an empty second tier against the best', () => {
    expect(judge([20, 40], [0, 0], [10, 200]).kind).toBe('working');
  });

  it.each([
    [[6, 10], [3, 14], [1, 15], 1, 0],
    [[4, 10], [3, 20], [2, 30], 0, 1],
    [[0, 1], [0, 1], [1, 2], 36, 9],
  ] as const)('has too few with %o %o %o: %i closed and %i won missing', (a, b, c, closed, won) => {
    const verdict = judge([...a], [...b], [...c]);
    expect(verdict.kind).toBe('too_few');
    expect(verdict.missing).toMatchObject({ closed, won });
  });

  it('is enough with exactly 40 closed and 10 won', () => {
    expect(judge([6, 10], [3, 14], [1, 16]).kind).not.toBe('too_few');
  });

  it('says when there will be enough at the present pace: the slower of closing and winning', () => {
    const pace = { closed: 0.5, won: 0.1 };
    const verdict = judge([4, 8], [2, 10], [1, 12], { pace });
    expect(verdict.missing).toMatchObject({ closed: 10, won: 3 });
    expect(verdict.missing?.enoughAt).toBe(NOW + 30 * 86_400_000);
  });

  it('names no date when nothing closes or nothing is won', () => {
    expect(judge([4, 8], [2, 10], [1, 12], { pace: { closed: 1, won: 0 } }).missing?.enoughAt).toBeNull();
    expect(judge([4, 8], [2, 10], [1, 12]).missing?.enoughAt).toBeNull();
  });

  it('foresees enough deals, even where one side has none yet', () => {
    const pace = { closed: 1, won: 0.5 };
    const verdict = judge([0, 0], [2, 10], [0, 10], { pace });
    expect(verdict.missing).toMatchObject({
      closed: 20,
      won: 8,
      side: 'best',
      enoughAt: NOW + 20 * 86_400_000,
    });
  });

  it('cannot compare when no A deal, or nothing but A deals, has closed', () => {
    expect(judge([0, 0], [20, 60], [5, 60]).missing).toMatchObject({
      closed: 0,
      won: 0,
      side: 'best',
      enoughAt: null,
    });
    expect(judge([20, 60], [0, 0], [0, 0]).missing).toMatchObject({ side: 'rest' });
  });
});
