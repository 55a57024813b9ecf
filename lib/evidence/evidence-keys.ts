import type {
  Criterion,
  Disqualifier,
  FitCriterion,
  Group,
  IntentCriterion,
  Rubric,
} from '@/lib/scoring/types';

/** Every criterion of a rubric, fit first: the order of units and points. */
export function listCriteria({ fit, intent }: Pick<Rubric, 'fit' | 'intent'>): Criterion[] {
  return [
    ...fit.groups.flatMap<Criterion>((group) => group.criteria),
    ...intent.groups.flatMap<Criterion>((group) => group.criteria),
  ];
}

/** What a criterion or disqualifier asks, whatever it is called and worth: equal for all that have the same evidence. */
export function keyOf(one: Criterion | Disqualifier): string {
  return JSON.stringify({ ...one, id: null, label: null, points: null }, sortKeys);
}

function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The keys of a rubric's evidence: of its criteria and its disqualifiers, in their order. */
export function listKeys(rubric: Rubric): { criteria: string[]; disqualifiers: string[] } {
  return { criteria: listCriteria(rubric).map(keyOf), disqualifiers: rubric.disqualifiers.map(keyOf) };
}

/** The rubric with those of its criteria and disqualifiers whose evidence is not known yet; null when all is. */
export function pickUnknown(rubric: Rubric, isKnown: (key: string) => boolean): Rubric | null {
  const seen = new Set<string>();
  const isNew = (one: Criterion | Disqualifier) => {
    const key = keyOf(one);
    if (isKnown(key) || seen.has(key)) return false;
    seen.add(key);
    return true;
  };
  const pick = <C extends FitCriterion | IntentCriterion>(group: Group<C>): Group<C> => ({
    ...group,
    criteria: group.criteria.filter(isNew),
  });
  const picked = {
    ...rubric,
    fit: { groups: rubric.fit.groups.map(pick) },
    intent: { groups: rubric.intent.groups.map(pick) },
    disqualifiers: rubric.disqualifiers.filter(isNew),
  };
  return seen.size > 0 ? picked : null;
}
