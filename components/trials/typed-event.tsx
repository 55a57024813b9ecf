'use client';

import { X } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { NumberStepper } from '@/components/ui/number-stepper';
import { Select } from '@/components/ui/select';
import { STANDARD_EVENT_TYPES } from '@/lib/events/constants';
import type { Labels } from '@/lib/scoring/describe';
import type { AskedEvent } from '@/lib/trials/asked-fields';
import type { TypedLead } from '@/lib/trials/schema';

type Happened = TypedLead['events'][number];

const SIGNALS: ReadonlySet<string> = new Set(
  STANDARD_EVENT_TYPES.filter(({ subject }) => subject === 'company').map(({ key }) => key),
);

export interface TypedEventProps {
  event: Happened;
  asked: readonly AskedEvent[];
  labels: Labels;
  onChange: (event: Happened) => void;
  onRemove: () => void;
}

/** One thing that the typed lead is to have done: what, how long ago, and what conditions look at in it. */
export function TypedEvent({
  event,
  asked,
  labels: { eventTypes = {} },
  onChange,
  onRemove,
}: TypedEventProps) {
  const properties = asked.find(({ type }) => type === event.type)?.properties ?? [];
  const name = (type: string) => eventTypes[type] ?? type;
  return (
    <li className="flex flex-wrap items-center gap-1.5 border-b border-line py-1.5">
      <Select
        aria-label="What happened"
        className="min-w-36 grow basis-36"
        value={event.type}
        options={asked.map(({ type }) => ({ value: type, label: name(type) }))}
        onChange={({ target: { value: type } }) =>
          onChange({ ...event, type, ofCompany: SIGNALS.has(type), properties: {} })
        }
      />
      <span className="flex items-center gap-1.5 text-xs whitespace-nowrap text-soft">
        <NumberStepper
          aria-label={`How many days ago: ${name(event.type)}`}
          withoutButtons
          className="w-14"
          value={event.daysAgo}
          min={0}
          max={10_000}
          onValueChange={(daysAgo) => onChange({ ...event, daysAgo })}
        />
        days ago
      </span>
      {properties.map((path) => (
        <Input
          key={path}
          aria-label={`${path} of ${name(event.type)}`}
          placeholder={path === 'path' ? '/pricing' : path}
          className="w-28"
          value={event.properties[path] ?? ''}
          onChange={({ target: { value } }) =>
            onChange({ ...event, properties: { ...event.properties, [path]: value } })
          }
        />
      ))}
      <Button variant="quiet" iconOnly aria-label={`Remove: ${name(event.type)}`} onClick={onRemove}>
        <X size={14} aria-hidden />
      </Button>
    </li>
  );
}
