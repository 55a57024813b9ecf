import type { Rubric } from '@/lib/scoring/types';
import type { LearningResult } from './schema';

const GROUP = { id: 'from-deals', label: 'From your deals' };

interface Draftable {
  id: string;
  criteria: readonly unknown[];
}

/** The groups with a criterion more, in the group of those from deals. */
function grow(groups: readonly Draftable[], axis: string, criterion: unknown): Draftable[] {
  const id = `${GROUP.id}-${axis}`;
  const home = groups.find((group) => group.id === id) ?? { ...GROUP, id, criteria: [] };
  const grown = { ...home, criteria: [...home.criteria, criterion] };
  return groups.some((group) => group.id === id)
    ? groups.map((group) => (group.id === id ? grown : group))
    : [...groups, grown];
}

/** The ids of a rubric's criteria, on both axes. */
export function listCriterionIds({ fit, intent }: Rubric): string[] {
  return [...fit.groups, ...intent.groups].flatMap(({ criteria }) => criteria.map(({ id }) => id));
}

/**
 * The rubric with a proposed criterion, not checked yet; null when it has one of that id already.
 */
export function addProposal(
  rubric: Rubric,
  { id, axis, criterion }: LearningResult['proposals'][number],
): unknown {
  if (listCriterionIds(rubric).includes(id)) return null;
  return { ...rubric, [axis]: { groups: grow(rubric[axis].groups, axis, criterion) } };
}
