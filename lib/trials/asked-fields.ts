import { STANDARD_COMPANY_ATTRIBUTES } from '@/lib/companies/constants';
import { STANDARD_LEAD_ATTRIBUTES } from '@/lib/leads/constants';
import { listCriteria } from '@/lib/rubrics/list-criteria';
import { listComparisons, listConditionFields } from '@/lib/scoring/condition-fields';
import { OWN_FIELDS } from '@/lib/scoring/fields';
import type { Comparison, Rubric } from '@/lib/scoring/types';

export type FieldType = 'text' | 'number' | 'boolean' | 'date' | 'list';

export interface AskedField {
  path: string;
  type: FieldType;
}

/** An event type that rubrics count, and the properties that their conditions look at. */
export interface AskedEvent {
  type: string;
  properties: string[];
}

const STANDARD_TYPES = new Map<string, FieldType>([
  ...STANDARD_LEAD_ATTRIBUTES.map(({ key, type }) => [key, type] as const),
  ...STANDARD_COMPANY_ATTRIBUTES.map(({ key, type }) => [`company.${key}`, type] as const),
]);

const OWN: ReadonlySet<string> = new Set(OWN_FIELDS);

/** What a comparison takes its field for, where the field is none of the standard ones. */
function guessType({ op, value }: Comparison): FieldType {
  if (op === 'is_true' || op === 'is_false') return 'boolean';
  if (op === 'within_days' || op === 'older_than_days') return 'date';
  const [first] = [value].flat();
  return typeof first === 'number' ? 'number' : typeof first === 'boolean' ? 'boolean' : 'text';
}

/** The fields that rubrics ask for, but for those that follow from the e-mail address; in the order they are first asked. */
export function listAskedFields(rubrics: readonly Rubric[]): AskedField[] {
  const comparisons = rubrics.flatMap(({ fit, disqualifiers }) =>
    [...fit.groups.flatMap(({ criteria }) => criteria), ...disqualifiers].flatMap(({ when }) =>
      listComparisons(when),
    ),
  );
  const asked = new Map<string, FieldType>();
  for (const one of comparisons) {
    if (OWN.has(one.field) || asked.has(one.field)) continue;
    asked.set(one.field, STANDARD_TYPES.get(one.field) ?? guessType(one));
  }
  return [...asked].map(([path, type]) => ({ path, type }));
}

/** The event types that rubrics count, with the properties they look at; in the order they are first counted. */
export function listAskedEvents(rubrics: readonly Rubric[]): AskedEvent[] {
  const asked = new Map<string, Set<string>>();
  for (const criterion of rubrics.flatMap(listCriteria)) {
    if (!('kind' in criterion)) continue;
    for (const type of [criterion.on ?? []].flat()) {
      const properties = asked.get(type) ?? new Set();
      for (const path of criterion.where ? listConditionFields(criterion.where) : []) properties.add(path);
      asked.set(type, properties);
    }
  }
  return [...asked].map(([type, properties]) => ({ type, properties: [...properties] }));
}
