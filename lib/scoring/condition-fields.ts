import type { Comparison, Condition } from './types';

/** The comparisons that a condition is made of, in its order. */
export function listComparisons(condition: Condition): Comparison[] {
  if ('all' in condition) return condition.all.flatMap(listComparisons);
  if ('any' in condition) return condition.any.flatMap(listComparisons);
  return 'not' in condition ? listComparisons(condition.not) : [condition];
}

/** The paths of the fields that a condition looks at, in its order; a field that it asks twice stands there twice. */
export function listConditionFields(condition: Condition): string[] {
  return listComparisons(condition).map(({ field }) => field);
}
