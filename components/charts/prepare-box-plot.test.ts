import { describe, expect, it } from 'vitest';
import { prepareBoxPlot } from './prepare-box-plot';

describe('a box plot of durations', () => {
  it('spans the ticks around what it shows, evenly by logarithm', () => {
    const { rows, ticks } = prepareBoxPlot([
      { key: 'A', hours: [0.25, 0.5, 1, 2, 4], target: 1 },
      { key: 'B', hours: null, target: null },
    ]);
    expect(ticks.map(({ label }) => label)).toEqual(['15 min', '1 h', '4 h']);
    expect(ticks.map(({ place }) => Math.round(place))).toEqual([0, 50, 100]);
    const [measured, none] = rows;
    expect(measured?.whisker).toEqual({ from: 0, to: 100 });
    expect(measured?.box?.from).toBeCloseTo(25, 9);
    expect(measured?.box?.to).toBeCloseTo(75, 9);
    expect(measured?.median).toBeCloseTo(50, 9);
    expect(measured?.target).toBeCloseTo(50, 9);
    expect(none).toEqual({ key: 'B', whisker: null, box: null, median: null, target: null });
  });

  it('keeps what is beyond the longest tick, and no time at all, at its ends', () => {
    const { rows } = prepareBoxPlot([{ key: 'A', hours: [0, 0, 1, 900, 2000], target: null }]);
    expect(rows[0]?.whisker).toEqual({ from: 0, to: 100 });
  });
});
