import { Z_95 } from './normal';
import type { Interval } from './types';

/**
 * The Wilson score interval of a share: holds near 0 and 1 and with few cases, where the textbook interval does not.
 * E. B. Wilson, Probable inference, the law of succession, and statistical inference, JASA 22 (1927); without
 * continuity correction.
 *
 * @param hits cases that count, 0 to `cases`.
 * @param cases all cases; with none, nothing is known and the interval is 0 to 1.
 * @param z normal quantile; 95 % by default.
 */
export function wilsonInterval(hits: number, cases: number, z: number = Z_95): Interval {
  if (!(hits >= 0 && hits <= cases)) throw new RangeError(`hits must lie from 0 to ${cases}, not ${hits}`);
  if (cases === 0) return { low: 0, high: 1 };
  const share = hits / cases;
  const scale = 1 + (z * z) / cases;
  const centre = (share + (z * z) / (2 * cases)) / scale;
  const half = (z / scale) * Math.sqrt((share * (1 - share)) / cases + (z * z) / (4 * cases * cases));
  // Rounding must not leave an end just inside 0 or 1 when every case went one way.
  return {
    low: hits === 0 ? 0 : Math.max(0, centre - half),
    high: hits === cases ? 1 : Math.min(1, centre + half),
  };
}
