'use client';

import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { isIntent } from '@/lib/rubrics/edit-structure';
import { criterionKey } from '@/lib/rubrics/rubric-draft';
import type { Criterion } from '@/lib/scoring/types';
import { ConditionField } from './condition-field';
import { describeCriterion } from './criterion-words';
import { useRubricEditing } from './editing-context';
import { conditionFaults, faultOf } from './fault-words';
import { fetchLeadValues } from './fetch-fields';
import { IntentFields } from './intent-fields';

/** What a criterion is called and what it counts; what it is worth is set in its row. */
export function CriterionForm({ criterion }: { criterion: Criterion }) {
  const { edit, faults, fields, labels } = useRubricEditing();
  const found = faults.get(criterionKey(criterion.id)) ?? [];
  const set = (next: Criterion, part: string) => edit({ kind: 'criterion', criterion: next, part });
  return (
    <div className="flex max-w-160 flex-col gap-3">
      <Field label="Name" error={faultOf(found, 'label')}>
        {(field) => (
          <Input
            {...field}
            value={criterion.label}
            maxLength={120}
            autoFocus={criterion.label === ''}
            onChange={(event) => set({ ...criterion, label: event.target.value }, 'label')}
          />
        )}
      </Field>
      {isIntent(criterion) ? (
        <IntentFields criterion={criterion} faults={found} onChange={set} />
      ) : (
        <ConditionField
          label="It counts when"
          condition={criterion.when}
          fields={fields.lead}
          findValues={fetchLeadValues}
          faults={conditionFaults(found, 'when')}
          onChange={(when) => set({ ...criterion, when }, 'when')}
        />
      )}
      <p className="text-xs text-soft">
        <span className="text-faint">In words: </span>
        {describeCriterion(criterion, labels)}
      </p>
    </div>
  );
}
