import { describe, expect, it } from 'vitest';
import { prepareHistogram } from './prepare-histogram';

const BINS = Array.from({ length: 10 }, (_, index) => ({
  from: index * 10,
  to: index === 9 ? 100 : index * 10 + 9,
  count: index === 2 ? 40 : index === 9 ? 10 : 0,
}));

describe('prepareHistogram', () => {
  it('scales to the tallest bar and says range, count and share', () => {
    const { bars, total } = prepareHistogram(BINS);
    expect(total).toBe(50);
    expect(bars[2]).toMatchObject({ height: 1, rangeText: '20–29', countText: '40', shareText: '80\u00a0%' });
    expect(bars[9]).toMatchObject({ height: 0.25, rangeText: '90–100' });
  });

  it('places cuts and ticks on the scale of the values', () => {
    const { cuts, ticks } = prepareHistogram(BINS, [
      { value: 70, label: 'A from 70', colour: 'var(--tier-a)' },
    ]);
    expect(cuts[0]?.place).toBe(70);
    expect(ticks.map((tick) => tick.label)).toEqual(['0', '20', '40', '60', '80']);
  });

  it('stands on empty bins', () => {
    expect(prepareHistogram([])).toEqual({ bars: [], cuts: [], ticks: [], total: 0 });
    expect(prepareHistogram([{ from: 0, to: 9, count: 0 }]).bars[0]).toMatchObject({
      height: 0,
      shareText: '',
    });
  });
});
