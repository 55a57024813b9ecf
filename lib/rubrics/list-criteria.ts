import type { Criterion, Group, Rubric } from '@/lib/scoring/types';

/** Every criterion of a rubric in its order, fit first. */
export function listCriteria({ fit, intent }: Pick<Rubric, 'fit' | 'intent'>): Criterion[] {
  const groups: Group[] = [...fit.groups, ...intent.groups];
  return groups.flatMap(({ criteria }) => criteria);
}
