import { describe, expect, it } from 'vitest';
import { placeOnTrack, spanFromZero } from './slider-geometry';

describe('placeOnTrack', () => {
  it('keeps the place on the track', () => {
    expect(placeOnTrack(0, -50, 50)).toBe(50);
    expect(placeOnTrack(80, -50, 50)).toBe(100);
    expect(placeOnTrack(1, 5, 5)).toBe(0);
  });
});

describe('spanFromZero', () => {
  it('reaches from zero to the value, on either side', () => {
    expect(spanFromZero(25, -50, 50)).toEqual({ left: '50%', width: '25%' });
    expect(spanFromZero(-25, -50, 50)).toEqual({ left: '25%', width: '25%' });
  });

  it('starts at the nearest end where zero is not on the track', () => {
    expect(spanFromZero(30, 20, 40)).toEqual({ left: '0%', width: '50%' });
  });
});
