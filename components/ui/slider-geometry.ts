/** Where a value stands on a track from min to max, in per cent, kept between 0 and 100. */
export function placeOnTrack(value: number, min: number, max: number): number {
  if (max <= min) return 0;
  return Math.min(100, Math.max(0, ((value - min) / (max - min)) * 100));
}

/** The part of the track between zero (or the nearest end) and the value, as CSS left and width. */
export function spanFromZero(value: number, min: number, max: number): { left: string; width: string } {
  const zero = placeOnTrack(0, min, max);
  const at = placeOnTrack(value, min, max);
  return { left: `${Math.min(zero, at)}%`, width: `${Math.abs(at - zero)}%` };
}
