'use client';

import { Plus } from 'lucide-react';
import { useMemo } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { NumberStepper } from '@/components/ui/number-stepper';
import { Select } from '@/components/ui/select';
import type { Labels } from '@/lib/scoring/describe';
import type { Rubric } from '@/lib/scoring/types';
import { listAskedEvents, listAskedFields, type AskedField } from '@/lib/trials/asked-fields';
import { MOST_TYPED_EVENTS, type TypedLead } from '@/lib/trials/schema';
import { nameField } from './name-field';
import { TypedEvent } from './typed-event';

const YES_NO = [
  { value: 'true', label: 'Yes' },
  { value: 'false', label: 'No' },
];

export interface TypedLeadFormProps {
  typed: TypedLead;
  onChange: (typed: TypedLead) => void;
  rubrics: readonly Rubric[];
  labels: Labels;
}

/** A lead by hand: the fields that the rubrics ask for, and what it is to have done. */
export function TypedLeadForm({ typed, onChange, rubrics, labels }: TypedLeadFormProps) {
  const fields = useMemo(() => listAskedFields(rubrics), [rubrics]);
  const events = useMemo(() => listAskedEvents(rubrics), [rubrics]);
  const [first] = events;
  const add = () => {
    if (!first) return;
    const event = { type: first.type, daysAgo: 1, properties: {}, ofCompany: false };
    onChange({ ...typed, events: [...typed.events, event] });
  };
  return (
    <div className="flex flex-col gap-3">
      <div className="grid grid-cols-2 gap-2">
        <Field label="E-mail">
          {(field) => (
            <Input
              {...field}
              autoComplete="off"
              value={typed.email}
              onChange={(event) => onChange({ ...typed, email: event.target.value })}
            />
          )}
        </Field>
        {fields.map((asked) => (
          <AskedInput
            key={asked.path}
            asked={asked}
            label={nameField(asked.path, labels)}
            value={typed.values[asked.path] ?? ''}
            onChange={(value) => onChange({ ...typed, values: { ...typed.values, [asked.path]: value } })}
          />
        ))}
        <Field label="Known for, in days">
          {(field) => (
            <NumberStepper
              {...field}
              withoutButtons
              value={typed.knownDays}
              min={0}
              max={10_000}
              onValueChange={(knownDays) => onChange({ ...typed, knownDays })}
            />
          )}
        </Field>
      </div>
      <div>
        <h3 className="text-xs font-medium text-text">What happened</h3>
        <ul>
          {typed.events.map((event, place) => (
            <TypedEvent
              key={place}
              event={event}
              asked={events}
              labels={labels}
              onChange={(changed) => onChange({ ...typed, events: typed.events.with(place, changed) })}
              onRemove={() => onChange({ ...typed, events: typed.events.toSpliced(place, 1) })}
            />
          ))}
        </ul>
        <Button
          size="sm"
          className="mt-1.5"
          disabled={!first || typed.events.length >= MOST_TYPED_EVENTS}
          onClick={add}
        >
          <Plus size={14} aria-hidden />
          Add an event
        </Button>
      </div>
    </div>
  );
}

interface AskedInputProps {
  asked: AskedField;
  label: string;
  value: string;
  onChange: (value: string) => void;
}

function AskedInput({ asked: { type }, label, value, onChange }: AskedInputProps) {
  return (
    <Field label={label}>
      {(field) =>
        type === 'boolean' ? (
          <Select
            {...field}
            placeholder="Unknown"
            options={YES_NO}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
        ) : (
          <Input
            {...field}
            autoComplete="off"
            type={type === 'date' ? 'date' : 'text'}
            inputMode={type === 'number' ? 'decimal' : undefined}
            placeholder={type === 'list' ? 'one, another' : undefined}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
        )
      }
    </Field>
  );
}
