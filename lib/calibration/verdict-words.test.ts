import { describe, expect, it } from 'vitest';
import { judgeTiers } from './verdict';
import { sayVerdict } from './verdict-words';

const NOW = Date.UTC(2026, 10, 22);

function say(
  a: [number, number],
  b: [number, number],
  c: [number, number],
  pace = { closed: 0.3, won: 0.1 },
) {
  const order = ['A', 'B', 'C'];
  const rows = [a, b, c].map(([won, closed], index) => ({
    tier: order[index] ?? '',
    won,
    lost: closed - won,
  }));
  return sayVerdict(judgeTiers({ order, rows, pace, now: NOW }), NOW);
}

describe('sayVerdict', () => {
  it('says that it works, how well, and why that is no chance', () => {
    expect(say([50, 79], [39, 168], [16, 165])).toEqual({
      word: 'Working',
      sentence: 'A closes 3.8 times as often as the rest',
      interval: '2.8–5.1',
      reason: 'The whole interval lies above 1, so this is more than chance.',
    });
  });

  it('says why it is weak: too small, or perhaps chance', () => {
    expect(say([200, 1000], [200, 2000], [150, 2000]).reason).toMatch(
      /^More than chance, but short of the 3 times/,
    );
    expect(say([2, 4], [6, 36], [4, 24]).reason).toMatch(/^The interval includes 1/);
  });

  it('compares A and B when A is no better', () => {
    const words = say([10, 100], [40, 100], [10, 100]);
    expect(words.sentence).toBe('A closes no more often than B');
    expect(words.reason).toContain(
      'A 10\u00a0% (10/100), B 40\u00a0% (40/100): the difference is more than chance.',
    );
    expect(say([20, 40], [20, 40], [10, 400]).reason).toContain('cannot be told apart');
  });

  it('counts what is missing and says when it will be there', () => {
    expect(say([4, 8], [2, 10], [1, 12])).toEqual({
      word: 'Too few to say',
      sentence: '30 closed deals, 7 of them won',
      interval: null,
      reason:
        'A verdict takes 40 closed and 10 won: 10 more closed and 3 more won; at the present rate enough around 26 December.',
    });
    expect(say([4, 8], [2, 10], [1, 12], { closed: 0.1, won: 0.1 }).reason).toContain('2 March 2027');
    expect(say([4, 8], [2, 10], [1, 12], { closed: 0, won: 0 }).reason).toMatch(/3 more won\.$/);
  });

  it('says that one side is empty', () => {
    expect(say([0, 0], [20, 60], [5, 60]).sentence).toBe('no deal of tier A has closed');
    expect(say([20, 60], [0, 0], [0, 0]).sentence).toBe('only deals of tier A have closed');
  });

  it('bounds an endless lift from below', () => {
    const words = say([12, 20], [0, 30], [0, 30]);
    expect(words.sentence).toBe('A closes, the rest never did');
    expect(words.interval).toMatch(/^at least \d+\.\d$/);
  });
});
