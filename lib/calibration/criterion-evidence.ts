import { closeRate, LEAST_CLOSED_FOR_RATE, type CloseRate } from './close-rate';
import { rateRatio, type RateRatio } from './rate-ratio';
import type { Outcomes } from './types';
import { weighEvidence } from './weight-of-evidence';

/**
 * What outcomes say of a criterion's sign: they agree with it, contradict it, or do not show either way; it never held, held
 * for every deal, or held for (or left out) too few to say.
 */
export type CriterionFlag = 'agrees' | 'contradicts' | 'unclear' | 'never' | 'always' | 'too_few';

/** How deals ended that had a criterion, next to those that had not. */
export interface CriterionEvidence {
  had: CloseRate;
  without: CloseRate;
  /** Win rate with ÷ win rate without, with its interval. */
  lift: RateRatio;
  /** Weight of evidence of having it; above 0 speaks for winning. */
  weight: number;
  informationValue: number;
  flag: CriterionFlag;
}

/**
 * Judges one criterion by closed deals, each with it or without it at first engagement. Its sign is contradicted, or borne
 * out, only where the 95 % interval of the lift leaves 1 out; see rateRatio.
 *
 * @param points what the rubric gives for it; 0 claims nothing, so that nothing contradicts it.
 */
export function judgeCriterion(points: number, had: Outcomes, without: Outcomes): CriterionEvidence {
  const lift = rateRatio(had, without);
  const { bins, informationValue } = weighEvidence([had, without]);
  return {
    had: closeRate(had),
    without: closeRate(without),
    lift,
    weight: bins[0]?.weight ?? 0,
    informationValue,
    flag: flagOf(points, had.won + had.lost, without.won + without.lost, lift),
  };
}

function flagOf(points: number, had: number, without: number, { interval }: RateRatio): CriterionFlag {
  if (had + without === 0) return 'too_few';
  if (had === 0) return 'never';
  if (without === 0) return 'always';
  if (Math.min(had, without) < LEAST_CLOSED_FOR_RATE) return 'too_few';
  const direction = interval.low > 1 ? 1 : interval.high < 1 ? -1 : 0;
  if (direction === 0 || points === 0) return 'unclear';
  return Math.sign(points) === direction ? 'agrees' : 'contradicts';
}
