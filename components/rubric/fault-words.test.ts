import { describe, expect, it } from 'vitest';
import { checkDraft } from '@/lib/rubrics/find-faults';
import { criterionKey } from '@/lib/rubrics/rubric-draft';
import { B2B_SAAS_TEMPLATE } from '@/lib/rubrics/templates/b2b-saas';
import { conditionFaults, faultOf } from './fault-words';

function faultsOf(criterion: object) {
  const rubric = structuredClone(B2B_SAAS_TEMPLATE);
  const group = rubric.fit.groups[1];
  const [first] = group?.criteria ?? [];
  if (!first) throw new Error('The template has criteria');
  Object.assign(first, criterion);
  const { active, faults } = checkDraft({ rubric, off: [] });
  expect(active).toBeNull();
  return faults.get(criterionKey(first.id)) ?? [];
}

describe('what is wrong with a criterion', () => {
  it('is said of the field that it is in', () => {
    const faults = faultsOf({ label: ' ', points: 1 });
    expect(faultOf(faults, 'label')).toBe('Must not be empty.');
    expect(faultOf(faults, 'points')).toBeUndefined();
  });

  it('is said of the place in a condition', () => {
    const when = {
      all: [
        { field: 'title', op: 'is_set' },
        { any: [{ field: 'title', op: 'contains', value: ['a', ''] }] },
        { field: 'email.size', op: 'eq', value: 1 },
      ],
    };
    expect(conditionFaults(faultsOf({ when }), 'when')).toEqual([
      'Condition 2.1, value: must not be empty text.',
      'Condition 3, field: "email.size" is not a field: the ones under email are email, email.domain, email.kind, email.role.',
    ]);
  });
});
