import { describe, expect, it } from 'vitest';
import { prepareRateBands } from './prepare-rate-bands';

const BANDS = [
  { low: 0, high: 49, hits: 2, total: 40, rate: 0.05, from: 0.01, to: 0.17, colour: 'grey' },
  { low: 50, high: 79, hits: 1, total: 4, colour: 'brown' },
  { low: 80, high: 100, hits: 24, total: 40, rate: 0.6, from: 0.45, to: 0.74, colour: 'green' },
];

describe('prepareRateBands', () => {
  const { bands, ticks } = prepareRateBands(BANDS);

  it('draws bands equally wide, and nothing where there are too few', () => {
    expect(bands.map(({ x }) => x)).toEqual([0.5, 1.5, 2.5]);
    expect(bands[1]).toMatchObject({ rate: undefined, interval: undefined, rateText: 'too few to say' });
    expect(bands[2]).toMatchObject({ interval: [0.45, 0.74], rangeText: '80+', countText: '24/40' });
  });

  it('reaches to the widest interval', () => {
    expect(ticks.at(-1)).toBeGreaterThanOrEqual(0.74);
    expect(ticks.at(-1)).toBeLessThanOrEqual(1);
  });

  it('places a cut within its band, and none where everything begins', () => {
    const { cuts } = prepareRateBands(BANDS, [
      { value: 65, label: 'A from 65', colour: 'green' },
      { value: 80, label: 'S from 80', colour: 'green' },
      { value: 0, label: 'C from 0', colour: 'grey' },
    ]);
    expect(cuts.map(({ label, x }) => [label, x])).toEqual([
      ['A from 65', 1.5],
      ['S from 80', 2],
    ]);
  });
});
