import type { CalmSettings, LowestFigures, TierMinimums } from './types';

const DAY_MS = 86_400_000;

export interface Comeback {
  /** When the lead was last told of, or routed; null for never. Milliseconds since 1970. */
  lastAt: number | null;
  /** When it came into the tier again. */
  at: number;
  /** Between the two. */
  lowest: LowestFigures;
}

/**
 * Whether a lead that comes into a tier is news: it was never told of, or that is long ago, or meanwhile one of its
 * figures had fallen well below what the tier asks. A figure of which the tier asks nothing cannot fall below it.
 */
export function isNews(
  { lastAt, at, lowest }: Comeback,
  { minScore, minFit, minIntent }: TierMinimums,
  { fallPoints, days }: CalmSettings,
): boolean {
  if (lastAt === null || at >= lastAt + days * DAY_MS) return true;
  const fell = (figure: number | null, minimum: number) =>
    figure !== null && minimum > 0 && figure < minimum && figure <= minimum - fallPoints;
  return fell(lowest.score, minScore) || fell(lowest.fit, minFit) || fell(lowest.intent, minIntent);
}
