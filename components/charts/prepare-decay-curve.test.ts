import { describe, expect, it } from 'vitest';
import { prepareDecayCurve } from './prepare-decay-curve';

const BOX = { width: 60, height: 18, horizonDays: 30 };

describe('prepareDecayCurve', () => {
  it('starts at full height and sinks', () => {
    const { path, start } = prepareDecayCurve({ ...BOX, values: [1, 0.75, 0.5] });
    expect(start).toEqual({ x: 0, y: 3 });
    expect(path).toBe('M0 3L30 6.3L60 9.5');
  });

  it('draws a sudden end upright', () => {
    const { path } = prepareDecayCurve({ ...BOX, values: [1, 1, 0] });
    expect(path).toBe('M0 3L30 3L60 3L60 16');
  });

  it('marks a day within the horizon only', () => {
    expect(prepareDecayCurve({ ...BOX, values: [1, 0], markDay: 7 }).markX).toBe(14);
    expect(prepareDecayCurve({ ...BOX, values: [1, 0], markDay: 45 }).markX).toBeUndefined();
  });
});
