import { describe, expect, it } from 'vitest';
import { Random } from '@/prisma/seed-data/random';
import { measureStability } from './population-stability';

/** Counts large enough for smoothing and chance to vanish. */
const scale = (before: number[], after: number[]) =>
  before.map((count, i) => ({ before: count * 1e7, after: (after[i] ?? 0) * 1e7 }));

describe('measureStability', () => {
  it('is Σ (now − then) ln(now ÷ then)', () => {
    const { index, drift } = measureStability(scale([10, 20, 40, 30], [20, 20, 40, 20]));
    expect(index).toBeCloseTo(0.1 * Math.log(2) + -0.1 * Math.log(2 / 3), 6);
    expect(drift).toBe('watch');
  });

  it.each([
    [[50, 50], [52, 48], 'stable'],
    [[50, 50], [65, 35], 'stable'],
    [[50, 50], [70, 30], 'watch'],
    [[50, 50], [80, 20], 'shifted'],
  ])('judges %o to %o as %s', (before, after, drift) => {
    expect(measureStability(scale(before, after)).drift).toBe(drift);
  });

  it('says nothing of few', () => {
    expect(measureStability([{ before: 49, after: 900 }])).toEqual({
      index: null,
      drift: 'too_few',
      before: 49,
      after: 900,
    });
  });

  it('does not take chance for drift: of equal populations it averages near nothing', () => {
    const random = new Random(3);
    const draw = () => {
      const counts = Array.from({ length: 8 }, () => 0);
      for (let i = 0; i < 100; i += 1) {
        const bin = Math.floor(random.next() * 8);
        counts[bin] = (counts[bin] ?? 0) + 1;
      }
      return counts;
    };
    const indexes = Array.from({ length: 300 }, () => {
      const after = draw();
      return measureStability(draw().map((count, i) => ({ before: count, after: after[i] ?? 0 }))).index ?? 1;
    });
    const mean = indexes.reduce((sum, one) => sum + one, 0) / indexes.length;
    expect(mean).toBeLessThan(0.05);
  });

  it('stays finite where a bin empties', () => {
    const { index, drift } = measureStability([
      { before: 100, after: 0 },
      { before: 100, after: 200 },
    ]);
    expect(index).toBeGreaterThan(0.25);
    expect(drift).toBe('shifted');
  });
});
