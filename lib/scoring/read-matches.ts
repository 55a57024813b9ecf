import { listComparisons } from './condition-program';
import { compileConditions } from './conditions';
import { createFieldReader, type FieldSource } from './fields';
import { isUnknown } from './known';
import type { Comparison, Condition, LeadInput, OperatorName } from './types';

/** A comparison with both its sides: the field as it is, and whether it satisfies the operator. */
export interface FieldMatch {
  field: string;
  op: OperatorName;
  /** The field's value; of a list, the elements that satisfy the operator. Null when unknown. */
  value: unknown;
  holds: boolean;
}

/** A value by itself, whatever field it came from. */
const ITSELF: FieldSource<unknown> = {
  split: (value, parts) => {
    parts[0] = value;
  },
  find: () => ({ part: 0, read: (value) => value }),
};

function readMatch(
  comparison: Comparison,
  lead: LeadInput,
  fields: FieldSource<LeadInput>,
  asOf: number,
): FieldMatch {
  const value = createFieldReader(fields, comparison.field)(lead);
  const answers = compileConditions([comparison], ITSELF);
  const satisfies = (one: unknown): boolean => answers.evaluate(one, asOf)[0] === 1;
  const matching: readonly unknown[] = Array.isArray(value)
    ? value.filter((one) => !isUnknown(one) && satisfies(one))
    : [];
  const shown = matching.length > 0 ? matching : value;
  return {
    field: comparison.field,
    op: comparison.op,
    value: isUnknown(shown) ? null : shown,
    holds: satisfies(value),
  };
}

/** Every comparison of a condition with what it found on a lead, in the condition's order. */
export function readMatches(
  condition: Condition,
  lead: LeadInput,
  fields: FieldSource<LeadInput>,
  asOf: number,
): FieldMatch[] {
  return listComparisons(condition).map((comparison) => readMatch(comparison, lead, fields, asOf));
}
