import type { CloseRate } from '@/lib/calibration/close-rate';
import type { ScoreBand } from '@/lib/calibration/score-bands';
import type { ScoreBreakdown } from '@/lib/forecast/types';

/** What a rubric learned from deals makes of a lead, beside the rubric that scores it. */
export interface Prediction {
  breakdown: ScoreBreakdown;
  /** Share of fit in the score, 0–1. */
  fitWeight: number;
  /** What became of the leads, held out when it was learned, whose score fell into the same band. */
  alike: (ScoreBand & CloseRate) | null;
  /** What became of all leads held out. */
  all: CloseRate;
  /** When the rubric was learned, in milliseconds since 1970. */
  learnedAt: number;
  /** Whether a closed deal of this very lead may be among those learned from. */
  isOwnDealKnown: boolean;
}
