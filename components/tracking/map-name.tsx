'use client';

import { useTransition } from 'react';
import { Select, type SelectOption } from '@/components/ui/select';
import { useToast } from '@/components/ui/toast';
import { mapEventNameAction } from '@/lib/tracking/actions';

export interface MapNameProps {
  /** The name as it was sent. */
  name: string;
  /** The type that its events have at present. */
  type: string;
  /** The event types that it may be. */
  options: readonly SelectOption[];
}

/** Says that events of a name are of a type: those stored are restated, those to come are read so. */
export function MapName({ name, type, options }: MapNameProps) {
  const [pending, startTransition] = useTransition();
  const show = useToast();
  const map = (to: string, undoing = false) =>
    startTransition(async () => {
      const answer = await mapEventNameAction({ name, type: to });
      if (!answer.ok) return show({ title: answer.message, tone: 'bad' });
      const label = options.find(({ value }) => value === to)?.label;
      show(
        undoing
          ? { title: `“${name}” stands for itself again` }
          : {
              title: `“${name}” now counts as “${label}”`,
              description: 'Stored events and their scores follow.',
              tone: 'good',
              action: { label: 'Undo', onSelect: () => map(type, true) },
            },
      );
    });
  return (
    <Select
      aria-label={`What “${name}” is`}
      aria-busy={pending || undefined}
      disabled={pending}
      placeholder="Choose a type"
      options={options}
      value=""
      onChange={(event) => map(event.target.value)}
    />
  );
}
