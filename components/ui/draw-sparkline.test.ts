import { describe, expect, it } from 'vitest';
import { drawSparkline } from './draw-sparkline';

describe('drawSparkline', () => {
  it('spreads the values over the box, highest on top, zero at the foot', () => {
    expect(drawSparkline([4, 2, 0], { width: 40, height: 13 })).toBe('M0 1.5L20 6.5L40 11.5');
  });

  it('draws a level line where nothing changes, and nothing of one value', () => {
    expect(drawSparkline([0, 0], { width: 10, height: 13 })).toBe('M0 11.5L10 11.5');
    expect(drawSparkline([1], { width: 10, height: 13 })).toBe('');
  });
});
