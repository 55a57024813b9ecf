import type { Condition } from './types';

/** The paths of the fields that a condition looks at, in its order; a field that it asks twice stands there twice. */
export function listConditionFields(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(listConditionFields);
  if ('any' in condition) return condition.any.flatMap(listConditionFields);
  return 'not' in condition ? listConditionFields(condition.not) : [condition.field];
}
