import { describe, expect, it } from 'vitest';
import { prepareBoxPlot } from './prepare-box-plot';

describe('a box plot of durations', () => {
  it('spans the ticks around what it shows, evenly by logarithm', () => {
    const { rows, ticks } = prepareBoxPlot([
      { key: 'A', hours: [0.25, 0.5, 1, 2, 4], target: 1 },
      { key: 'B', hours: null, target: null },
    ]);
    expect(ticks.map(({ label }) => label)).toEqual(['15 min', '1 h', '4 h']);
    expect(ticks.map(({ place }) => place)).toEqual([0, expect.closeTo(50), 100]);
    expect(rows[0]).toEqual({
      key: 'A',
      whisker: { from: 0, to: 100 },
      box: { from: expect.closeTo(25), to: expect.closeTo(75) },
      median: expect.closeTo(50),
      target: expect.closeTo(50),
    });
    expect(rows[1]).toEqual({ key: 'B', whisker: null, box: null, median: null, target: null });
  });

  it('keeps what is beyond the longest tick, and no time at all, at its ends', () => {
    const { rows } = prepareBoxPlot([{ key: 'A', hours: [0, 0, 1, 900, 2000], target: null }]);
    expect(rows[0]?.whisker).toEqual({ from: 0, to: 100 });
  });
});
