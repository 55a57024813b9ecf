import { keepsTime } from '@/lib/scoring/pack-evidence';
import type { CompiledRubric } from '@/lib/scoring/compile-rubric';
import { planCarryOver, type CarryOver } from './carry-over';

/**
 * What a rescoring of everyone has to read beside the stored evidence: nothing (an empty list), the events of some intent
 * criteria by place, everyone's facts (`all`), or, where time turns conditions, each lead's as its turn comes (`each`).
 */
export type Gathering = readonly number[] | 'all' | 'each';

/** How few of all leads are rescored for whom looking up each one's facts is quicker than reading everyone's: one in so many. */
const FEW = 20;

/**
 * Places of the intent criteria that are to be matched anew; null when conditions or what companies do have to be
 * gathered too.
 */
export function listAnew({ intent }: CompiledRubric, plan: CarryOver): readonly number[] | null {
  const anew = plan.intent.flatMap((before, place) => (before === -1 ? place : []));
  const asksCompanies = anew.some((place) => intent[place]?.scope === 'company');
  return asksCompanies || plan.conditions.includes(-1) ? null : anew;
}

/** Scores that are stored of one version; null when there is none, or it is not known. */
export interface OfVersion {
  version: CompiledRubric | null;
  leads: number;
}

/**
 * Plans what to gather for a rescoring of everyone.
 *
 * @param outdated the scores that are not the live version's.
 * @param all how many leads there are.
 */
export function planGathering(live: CompiledRubric, outdated: readonly OfVersion[], all: number): Gathering {
  if (!keepsTime(live)) return 'each';
  const wanting = outdated.flatMap(({ version, leads }) => {
    const plan = version && planCarryOver(version, live);
    const anew = plan && listAnew(live, plan);
    return anew?.length === 0 ? [] : { anew, leads };
  });
  if (wanting.reduce((sum, { leads }) => sum + leads, 0) * FEW < all) return [];
  const places = new Set<number>();
  for (const { anew } of wanting) {
    if (!anew) return 'all';
    for (const place of anew) places.add(place);
  }
  return [...places];
}
