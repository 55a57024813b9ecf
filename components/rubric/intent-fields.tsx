'use client';

import { formatUpTo } from '@/components/ui/format';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { ValuePicker } from '@/components/ui/value-picker';
import type { Fault } from '@/lib/rubrics/find-faults';
import type { IntentCriterion } from '@/lib/scoring/types';
import { CountFields } from './count-fields';
import { useRubricEditing } from './editing-context';
import { EventCondition } from './event-condition';
import { faultOf } from './fault-words';
import { isIntentKind, toKind } from './intent-kinds';

/** Counts of events are exact up to here. */
const MOST_COUNTED = 10_000;

const KINDS = [
  { value: 'each', label: 'Each event' },
  { value: 'threshold', label: 'At least so many' },
  { value: 'inactivity', label: 'Nothing happened' },
];

const SCOPES = [
  { value: 'lead', label: 'The lead' },
  { value: 'company', label: 'Anyone at the company' },
];

export interface IntentFieldsProps<C extends IntentCriterion = IntentCriterion> {
  criterion: C;
  faults: readonly Fault[];
  /** `part` is what of it was edited. */
  onChange: (criterion: IntentCriterion, part: string) => void;
}

/** What a criterion of intent counts: which events, whose, how, and how long. */
export function IntentFields({ criterion, faults, onChange }: IntentFieldsProps) {
  const { fields } = useRubricEditing();
  const types = eventTypesOf(criterion);
  const fault = faultOf(faults, 'on');
  const setTypes = (next: string[]) => {
    const [first = ''] = next;
    if (criterion.kind === 'inactivity' && next.length === 0) {
      const any = { ...criterion };
      delete any.on;
      onChange(any, 'on');
    } else {
      onChange({ ...criterion, on: next.length > 1 ? next : first }, 'on');
    }
  };
  return (
    <>
      <Line label="It counts">
        <SegmentedControl
          label="What it counts"
          segments={KINDS}
          value={criterion.kind}
          onValueChange={(kind) => {
            if (isIntentKind(kind)) onChange(toKind(criterion, kind), 'kind');
          }}
        />
      </Line>
      <Line label="Events">
        <ValuePicker
          label="Events"
          invalid={fault !== undefined}
          placeholder={criterion.kind === 'inactivity' ? 'Any event' : 'Choose events …'}
          heading="How often they occurred"
          options={fields.eventTypes.map(({ key, label, events }) => ({
            value: key,
            label,
            note: formatUpTo(events, MOST_COUNTED),
          }))}
          chosen={types}
          onChosenChange={setTypes}
          className="max-w-96"
        />
        {fault ? (
          <p role="alert" className="basis-full text-xs text-bad">
            {fault}
          </p>
        ) : null}
      </Line>
      <Line label="Of">
        <SegmentedControl
          label="Whose events count"
          segments={SCOPES}
          value={criterion.scope ?? 'lead'}
          onValueChange={(scope) =>
            onChange({ ...criterion, scope: scope === 'company' ? 'company' : 'lead' }, 'scope')
          }
        />
      </Line>
      <CountFields criterion={criterion} faults={faults} onChange={onChange} />
      <EventCondition criterion={criterion} types={types} faults={faults} onChange={onChange} />
    </>
  );
}

/** The event types that a criterion counts; none for any. */
function eventTypesOf({ on }: IntentCriterion): string[] {
  return on === undefined ? [] : [on].flat().filter((type) => type !== '');
}

/** A part of the form: its name, and what it is set with. */
export function Line({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <span className="w-20 shrink-0 text-xs font-medium max-sm:basis-full">{label}</span>
      {children}
    </div>
  );
}
