'use client';

import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { disqualifierKey } from '@/lib/rubrics/rubric-draft';
import type { Disqualifier } from '@/lib/scoring/types';
import { ConditionField } from './condition-field';
import { useRubricEditing } from './editing-context';
import { conditionFaults, faultOf } from './fault-words';
import { fetchLeadValues } from './fetch-fields';

/** What a disqualifier is called and whom it is for. */
export function DisqualifierForm({ disqualifier }: { disqualifier: Disqualifier }) {
  const { edit, faults, fields } = useRubricEditing();
  const found = faults.get(disqualifierKey(disqualifier.id)) ?? [];
  const set = (part: 'label' | 'when', next: Partial<Disqualifier>) =>
    edit({ kind: 'disqualifier', disqualifier: { ...disqualifier, ...next }, part });
  return (
    <div className="flex max-w-160 flex-col gap-3">
      <Field label="Name" error={faultOf(found, 'label')}>
        {(field) => (
          <Input
            {...field}
            value={disqualifier.label}
            maxLength={120}
            autoFocus={disqualifier.label === ''}
            onChange={(event) => set('label', { label: event.target.value })}
          />
        )}
      </Field>
      <ConditionField
        label="Leads are disqualified when"
        condition={disqualifier.when}
        fields={fields.lead}
        findValues={fetchLeadValues}
        faults={conditionFaults(found, 'when')}
        onChange={(when) => set('when', { when })}
      />
    </div>
  );
}
