import type { Bounds, FadingCurve, Tangent } from './fading-curve';
import { ROUNDS_UP_FROM } from './score-units';

/** Far more than any real curve needs; a search that is not done by then answers with the last time proved safe. */
const MOST_STEPS = 400;

/** What separates the curve from the sum of units it stands for: rounding errors, in points. */
function rounding(curve: FadingCurve): number {
  return 1e-11 + 1e-14 * curve.magnitude;
}

/** The first of `low < t ≤ high` at which something has changed, which by `high` it has. */
function bisect(low: number, high: number, hasChanged: (milliseconds: number) => boolean): number {
  let [unchanged, changed] = [low, high];
  while (changed - unchanged > 1) {
    const middle = unchanged + Math.floor((changed - unchanged) / 2);
    if (hasChanged(middle)) changed = middle;
    else unchanged = middle;
  }
  return changed;
}

class FadeSearch {
  private readonly lowest: number;
  private readonly highest: number;
  private readonly margin: number;
  private readonly bounds: Bounds = { low: 0, high: 0 };
  private readonly tangent: Tangent = { value: 0, slope: 0 };

  constructor(
    private readonly curve: FadingCurve,
    intent: number,
  ) {
    this.margin = rounding(curve);
    this.lowest = intent <= 0 ? Number.NEGATIVE_INFINITY : intent - ROUNDS_UP_FROM;
    this.highest = intent >= 100 ? Number.POSITIVE_INFINITY : intent + 1 - ROUNDS_UP_FROM;
  }

  /** Whether intent surely rounds to the same throughout a span. With a negative margin: or is next to the edge. */
  stays(start: number, end: number, margin = this.margin): boolean {
    this.curve.bound(start, end, this.bounds);
    return this.bounds.low >= this.lowest + margin && this.bounds.high <= this.highest - margin;
  }

  /** Whether the curve is as good as flat throughout the span that was looked at last. */
  wasFlat(): boolean {
    return this.bounds.high - this.bounds.low < this.margin;
  }

  /** How far the tangent at a time is from leaving the whole number, in milliseconds: at least 1, at most `most`. */
  reach(time: number, most: number): number {
    this.curve.tangentAt(time, this.tangent);
    const { value, slope } = this.tangent;
    const edge = slope < 0 ? this.lowest + this.margin : this.highest - this.margin;
    const reach = slope === 0 ? most : (edge - value) / slope;
    return Math.max(1, Math.min(most, Math.floor(reach)));
  }

  /** The longest of `reach`, its half, its quarter … that is surely safe; 0 when not even a millisecond is. */
  safeStep(time: number, reach: number): number {
    let step = reach;
    while (step >= 1 && !this.stays(time, time + step)) step = Math.floor(step / 2);
    return step;
  }

  /** As {@link safeStep}, letting the curve run along the edge within rounding errors. */
  edgeStep(time: number, reach: number): number {
    let step = reach;
    while (step > 1 && !this.stays(time, time + step, -10 * this.margin)) step = Math.floor(step / 2);
    return step;
  }
}

/**
 * The first millisecond at which a fading intent rounds to another whole number.
 *
 * Goes forward in steps that the curve's bounds prove safe, each as long as the tangent suggests: a fading curve bends
 * away from its tangent, so that this comes to the edge from the safe side and as fast as Newton's method does. At the
 * edge, where rounding errors decide, the units themselves are asked.
 *
 * @param intent the whole number at the curve's beginning.
 * @param span how far to look, in milliseconds.
 * @param hasChanged asks the units: whether intent differs so many milliseconds on.
 * @returns milliseconds after the curve's beginning; null when nothing changes within the span.
 */
export function findFade(
  curve: FadingCurve,
  intent: number,
  span: number,
  hasChanged: (milliseconds: number) => boolean,
): number | null {
  const search = new FadeSearch(curve, intent);
  if (search.stays(0, span) || search.wasFlat()) return null;
  let time = 0;
  // Grows with every step, so that neither a flat stretch nor the edge itself is walked millisecond by millisecond.
  let stride = 1;
  for (let steps = 0; steps < MOST_STEPS && time < span; steps += 1) {
    const most = span - time;
    const safe = search.safeStep(time, Math.min(most, Math.max(stride, search.reach(time, most))));
    const step = safe > 0 ? safe : search.edgeStep(time, Math.min(most, stride));
    if (safe === 0 && hasChanged(time + step)) return bisect(time, time + step, hasChanged);
    time += step;
    stride *= 2;
  }
  if (time >= span) return null;
  return time + 1;
}
