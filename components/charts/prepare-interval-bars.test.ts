import { describe, expect, it } from 'vitest';
import { prepareIntervalBars } from './prepare-interval-bars';

const LOOK = { colour: 'var(--tier-a)', softColour: 'var(--tier-a-soft)' };
const A = { key: 'A', label: 'A', hits: 50, total: 79, rate: 50 / 79, low: 0.523, high: 0.731, ...LOOK };

describe('prepareIntervalBars', () => {
  it('scales to the highest end of an interval, in round steps', () => {
    const { ticks, rows } = prepareIntervalBars([A]);
    expect(ticks.map((tick) => tick.label)).toEqual([
      '0',
      '20\u00a0%',
      '40\u00a0%',
      '60\u00a0%',
      '80\u00a0%',
    ]);
    expect(rows[0]?.to).toBeCloseTo((0.731 / 0.8) * 100);
  });

  it('says rate, interval and counts', () => {
    const [row] = prepareIntervalBars([A]).rows;
    expect(row).toMatchObject({ rateText: '63\u00a0%', intervalText: '52–73\u00a0%', countText: '50/79' });
  });

  it('draws nothing where nothing is counted', () => {
    const [row] = prepareIntervalBars([{ key: 'C', label: 'C', hits: 0, total: 0, ...LOOK }]).rows;
    expect(row).toMatchObject({ rateText: '–', intervalText: '', countText: '0/0' });
    expect(row?.at).toBeUndefined();
  });

  it('never scales beyond everyone, and places the rate of all', () => {
    const { ticks, overall } = prepareIntervalBars([{ ...A, high: 1 }], 0.25);
    expect(ticks.at(-1)?.label).toBe('100\u00a0%');
    expect(overall).toBe(25);
  });
});
