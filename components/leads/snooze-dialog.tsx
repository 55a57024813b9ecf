'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { useTimeZone } from '@/components/ui/clock';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { formatInstant } from '@/components/ui/format-time';
import { Input } from '@/components/ui/input';
import { snoozeLeadsAction } from '@/lib/activities/actions';
import { SNOOZE_RISE } from '@/lib/activities/constants';
import type { LeadsDialogProps } from './lead-work';
import { NumberedChoices } from './numbered-choices';
import { listSnoozeChoices, readSnoozeDay } from './snooze-choices';
import { useLeadWork } from './use-lead-work';

/** Puts leads off to a morning, or until their intent rises: one key for the usual ones, or any day. */
export function SnoozeDialog({ leads, onClose }: LeadsDialogProps) {
  const { perform } = useLeadWork();
  const timeZone = useTimeZone();
  const [openedAt] = useState(() => new Date());
  const [day, setDay] = useState('');
  const snooze = (until: Date | null) => {
    onClose();
    const words = until ? formatInstant(until.getTime(), 'weekday', timeZone) : 'intent rises';
    perform({
      said: `Snoozed until ${words}`,
      run: () => snoozeLeadsAction({ leadIds: leads.ids, until: until?.toISOString() ?? null }),
      undoable: true,
      leaves: leads.ids,
    });
  };
  const chosen = readSnoozeDay(day);
  const past = chosen !== null && chosen <= openedAt;
  return (
    <Dialog open onOpenChange={onClose} title="Snooze" description={leads.called}>
      <div className="flex flex-col gap-3">
        <NumberedChoices
          label="Until"
          choices={[
            ...listSnoozeChoices(openedAt).map(({ label, until }) => ({
              label,
              note: formatInstant(until.getTime(), 'weekday', timeZone),
              onChoose: () => snooze(until),
            })),
            {
              label: 'When intent rises',
              note: `by ${SNOOZE_RISE} points`,
              onChoose: () => snooze(null),
            },
          ]}
        />
        <form
          className="flex items-end gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            if (chosen && !past) snooze(chosen);
          }}
        >
          <Field
            label="Another day"
            error={past ? 'This day has begun already.' : undefined}
            className="grow"
          >
            {(field) => (
              <Input {...field} type="date" value={day} onChange={(event) => setDay(event.target.value)} />
            )}
          </Field>
          <Button type="submit" disabled={!chosen || past}>
            Snooze
          </Button>
        </form>
      </div>
    </Dialog>
  );
}
