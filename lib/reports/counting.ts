import { MATURITY_DAYS } from './constants';
import type { Segment } from './schema';

/** By what deals are counted. */
export interface Counting {
  /** Days that a deal is given to close before it counts. */
  maturityDays: number;
  /** The rubric version that says how leads would have been scored when they were engaged; null: as they were. */
  versionId: string | null;
  /** Of which leads; all of them when absent. What erased people left is of no segment. */
  segment?: Segment;
  /** Whether most leads that somebody works on are of it: then it is quicker to leave the others out. The figures are the same. */
  holdsMost?: boolean;
}

/** As leads were scored when they were engaged, with the default time to close. */
export const AS_THEN: Counting = { maturityDays: MATURITY_DAYS, versionId: null };

/**
 * The tiers whose leads count as marketing-qualified: the best two.
 *
 * @param tiers the live rubric's, best first.
 */
export function listQualifiedTiers(tiers: readonly string[]): readonly string[] {
  return tiers.slice(0, 2);
}
