import type { CompiledRubric } from './compile-rubric';
import { powerOfHalf } from './decay';
import type { Measures } from './evidence';
import { DAY_MS } from './instants';
import { limit, type ScorePlan } from './score-units';

/** Least and greatest value. */
export interface Bounds {
  low: number;
  high: number;
}

/** A value, and how fast it moves. */
export interface Tangent {
  value: number;
  slope: number;
}

/**
 * Intent as a formula of the time passed since an instant, valid until something other than decay happens:
 * Σ over groups of limit(base + slope·t + Σ amplitude·2^(−t/halfLife)). It is kept only to find when the score next
 * differs; scores themselves are always computed from units.
 */
export class FadingCurve {
  /** Sum of what all contributions amount to, signs aside: the scale of rounding errors. */
  magnitude = 0;
  /** Whether anything moves at all. */
  moves = false;

  private readonly compiled: CompiledRubric;
  private readonly plan: ScorePlan;
  private readonly halfLives: readonly number[];
  private readonly groups: number;
  private readonly base: Float64Array;
  /** Points per millisecond. */
  private readonly slope: Float64Array;
  /** Points that halve, by group and half-life. */
  private readonly amplitude: Float64Array;
  private readonly joint: Float64Array;
  /** What is left of each half-life's points at the two ends of the span that was bounded last, and when these are. */
  private shareAtStart: Float64Array;
  private shareAtEnd: Float64Array;
  private startTime = Number.NaN;
  private endTime = Number.NaN;

  /** A curve of any lead of a rubric: flat until it is {@link start}ed. */
  constructor(compiled: CompiledRubric) {
    const { plan, halfLives } = compiled;
    this.compiled = compiled;
    this.plan = plan;
    this.halfLives = halfLives;
    this.groups = plan.groupMin.length - plan.fitGroups;
    this.base = new Float64Array(this.groups);
    this.slope = new Float64Array(this.groups);
    this.amplitude = new Float64Array(this.groups * halfLives.length);
    this.joint = new Float64Array(halfLives.length);
    this.shareAtStart = new Float64Array(halfLives.length);
    this.shareAtEnd = new Float64Array(halfLives.length);
  }

  /** Begins the curve anew, with what a lead's measures amount to at their instant. */
  start(measures: Measures): void {
    this.magnitude = 0;
    this.moves = false;
    this.base.fill(0);
    this.slope.fill(0);
    this.amplitude.fill(0);
    for (let group = 0; group < this.groups; group += 1) this.addGroup(this.compiled, measures, group);
  }

  private addGroup({ plan, intent, fitCount }: CompiledRubric, measures: Measures, group: number): void {
    const end = plan.groupStart[plan.fitGroups + group + 1] ?? 0;
    for (let index = plan.groupStart[plan.fitGroups + group] ?? 0; index < end; index += 1) {
      const points = plan.points[index] ?? 0;
      const contribution = points * (measures.units[index] ?? 0);
      if (contribution === 0) continue;
      const { fading = null, halfLife = -1 } = intent[index - fitCount] ?? {};
      this.magnitude += Math.abs(contribution);
      this.moves ||= fading !== null;
      if (fading === 'half_life') {
        const cell = group * this.halfLives.length + halfLife;
        this.amplitude[cell] = (this.amplitude[cell] ?? 0) + contribution;
      } else {
        this.base[group] = (this.base[group] ?? 0) + contribution;
        const slope = (points * (measures.slopes[index] ?? 0)) / DAY_MS;
        this.slope[group] = (this.slope[group] ?? 0) - slope;
      }
    }
  }

  private readShares(milliseconds: number, shares: Float64Array): void {
    for (let k = 0; k < shares.length; k += 1) {
      shares[k] = powerOfHalf(milliseconds / DAY_MS / (this.halfLives[k] ?? 0));
    }
  }

  /** Reads the shares at both ends of a span. A search goes forward: mostly it begins where the last one did or ended. */
  private readSpan(start: number, end: number): void {
    if (start === this.endTime && start !== this.startTime) {
      [this.shareAtStart, this.shareAtEnd] = [this.shareAtEnd, this.shareAtStart];
      [this.startTime, this.endTime] = [this.endTime, this.startTime];
    }
    if (start !== this.startTime) this.readShares(start, this.shareAtStart);
    if (end === start) this.shareAtEnd.set(this.shareAtStart);
    else if (end !== this.endTime) this.readShares(end, this.shareAtEnd);
    [this.startTime, this.endTime] = [start, end];
  }

  /** Bounds of one group before its limits, over the span whose shares have been read. */
  private boundGroup(group: number, start: number, end: number, out: Bounds): void {
    const base = this.base[group] ?? 0;
    const slope = this.slope[group] ?? 0;
    out.low = base + Math.min(slope * start, slope * end);
    out.high = base + Math.max(slope * start, slope * end);
    for (let k = 0; k < this.halfLives.length; k += 1) {
      const amplitude = this.amplitude[group * this.halfLives.length + k] ?? 0;
      const atStart = amplitude * (this.shareAtStart[k] ?? 0);
      const atEnd = amplitude * (this.shareAtEnd[k] ?? 0);
      out.low += Math.min(atStart, atEnd);
      out.high += Math.max(atStart, atEnd);
    }
  }

  /**
   * Bounds of intent, before the clamp to 0–100, over a span of time.
   *
   * Groups within their limits throughout are added up before they are bounded, and by the mean value theorem, so that
   * what cancels out cancels out in the bounds.
   *
   * @param start and `end`, in milliseconds after the curve's beginning.
   */
  bound(start: number, end: number, out: Bounds): void {
    this.readSpan(start, end);
    this.joint.fill(0);
    let [base, slope, low, high] = [0, 0, 0, 0];
    for (let group = 0; group < this.groups; group += 1) {
      const min = this.plan.groupMin[this.plan.fitGroups + group] ?? 0;
      const max = this.plan.groupMax[this.plan.fitGroups + group] ?? 0;
      this.boundGroup(group, start, end, out);
      if (out.low >= min && out.high <= max) {
        base += this.base[group] ?? 0;
        slope += this.slope[group] ?? 0;
        for (let k = 0; k < this.joint.length; k += 1) {
          const amplitude = this.amplitude[group * this.joint.length + k] ?? 0;
          this.joint[k] = (this.joint[k] ?? 0) + amplitude;
        }
      } else {
        low += limit(out.low, min, max);
        high += limit(out.high, min, max);
      }
    }
    this.boundJoint(base, slope, start, end, out);
    out.low += low;
    out.high += high;
  }

  private boundJoint(base: number, slope: number, start: number, end: number, out: Bounds): void {
    let [atStart, atEnd] = [base + slope * start, base + slope * end];
    let [steepest, flattest] = [slope, slope];
    out.low = Math.min(atStart, atEnd);
    out.high = Math.max(atStart, atEnd);
    for (let k = 0; k < this.joint.length; k += 1) {
      const amplitude = this.joint[k] ?? 0;
      const startShare = amplitude * (this.shareAtStart[k] ?? 0);
      const endShare = amplitude * (this.shareAtEnd[k] ?? 0);
      const rate = -Math.LN2 / ((this.halfLives[k] ?? 0) * DAY_MS);
      atStart += startShare;
      atEnd += endShare;
      steepest += Math.min(startShare * rate, endShare * rate);
      flattest += Math.max(startShare * rate, endShare * rate);
      out.low += Math.min(startShare, endShare);
      out.high += Math.max(startShare, endShare);
    }
    const span = end - start;
    if (steepest >= 0 || flattest <= 0) {
      out.low = Math.min(atStart, atEnd);
      out.high = Math.max(atStart, atEnd);
    } else {
      out.low = Math.max(out.low, atStart + steepest * span, atEnd - flattest * span);
      out.high = Math.min(out.high, atStart + flattest * span, atEnd - steepest * span);
    }
  }

  /**
   * Intent at a time, before the clamp to 0–100, and how fast it moves, in points per millisecond; groups held by a limit
   * do not move.
   */
  tangentAt(time: number, out: Tangent): void {
    this.readSpan(time, time);
    const { groupMin, groupMax, fitGroups } = this.plan;
    out.value = 0;
    out.slope = 0;
    for (let group = 0; group < this.groups; group += 1) {
      const min = groupMin[fitGroups + group] ?? 0;
      const max = groupMax[fitGroups + group] ?? 0;
      let slope = this.slope[group] ?? 0;
      let value = (this.base[group] ?? 0) + slope * time;
      for (let k = 0; k < this.halfLives.length; k += 1) {
        const left = (this.amplitude[group * this.halfLives.length + k] ?? 0) * (this.shareAtStart[k] ?? 0);
        value += left;
        slope -= (left * Math.LN2) / ((this.halfLives[k] ?? 0) * DAY_MS);
      }
      out.value += limit(value, min, max);
      if (value > min && value < max) out.slope += slope;
    }
  }
}
