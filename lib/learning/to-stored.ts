import type { LearnedFromDeals } from './learn-deals';
import { describeEvidence } from './rate-criteria';

/** What a run found, as plain JSON to be stored. */
export function toStored(learned: LearnedFromDeals): unknown {
  const { rubric, criteria, leftOut, judged, live, baseline, calibration, proposals, training, heldOut } =
    learned;
  const flat = proposals.map(({ criterion: { axis, criterion }, evidence }) => ({
    axis,
    id: criterion.id,
    label: criterion.label,
    points: criterion.points,
    criterion,
    reason: `Proposed from closed deals. ${describeEvidence(evidence)}`,
    evidence,
  }));
  return {
    rubric,
    criteria,
    leftOut,
    judged,
    live,
    baseline,
    calibration,
    proposals: flat,
    training,
    heldOut,
  };
}
