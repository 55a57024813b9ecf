import type { ReviewFigures } from './schema';

const DAY_MS = 86_400_000;

/** A figure that is not as it was at the last review, in words. */
export interface ReviewChange {
  label: string;
  before: string;
  after: string;
}

const VERDICT = {
  working: 'working',
  weak: 'weak',
  miscalibrated: 'miscalibrated',
  too_few: 'too few to say',
} as const;

/** What changed between two reviews; empty when nothing did. */
export function compareReviews(before: ReviewFigures, after: ReviewFigures): ReviewChange[] {
  const changes: ReviewChange[] = [
    { label: 'Verdict', before: VERDICT[before.verdict], after: VERDICT[after.verdict] },
    { label: 'Live rubric', before: sayVersion(before.version), after: sayVersion(after.version) },
    { label: `Close rate of ${after.best.tier}`, before: sayRate(before.best), after: sayRate(after.best) },
    { label: 'Close rate of the rest', before: sayRate(before.rest), after: sayRate(after.rest) },
    { label: 'A won deal outranks a lost one', before: sayShare(before.auc), after: sayShare(after.auc) },
    {
      label: 'Criteria that contradict their sign',
      before: sayList(before.contradicting),
      after: sayList(after.contradicting),
    },
    {
      label: 'Shifted since it was measured',
      before: sayList(before.shifted),
      after: sayList(after.shifted),
    },
  ];
  return changes.filter((change) => change.before !== change.after);
}

/**
 * When the model is to be looked at again: so many days after the last review, or, before the first, after the first rubric
 * went live.
 *
 * @returns milliseconds since 1970; null before there is anything to review.
 */
export function findReviewDue(
  lastReview: Date | null,
  firstPublished: Date | null,
  reviewDays: number,
): number | null {
  const since = lastReview ?? firstPublished;
  return since && since.getTime() + reviewDays * DAY_MS;
}

function sayVersion(version: number | null): string {
  return version === null ? 'none' : `version ${version}`;
}

function sayRate({ won, closed }: { won: number; closed: number }): string {
  const counts = `${won}/${closed}`;
  return closed === 0 ? counts : `${Math.round((won / closed) * 100)} % (${counts})`;
}

function sayShare(share: number | null): string {
  return share === null ? 'unknown' : `${Math.round(share * 100)} % of the time`;
}

function sayList(labels: readonly string[]): string {
  return labels.length === 0 ? 'none' : labels.join(', ');
}
