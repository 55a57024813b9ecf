'use client';

import { X } from 'lucide-react';
import { useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { useToast } from '@/components/ui/toast';
import type { ActionResult } from '@/lib/server/actions';
import { addAbsenceAction, removeAbsenceAction, setCapacityAction } from '@/lib/users/actions';
import { describeAbsence } from './describe-absence';
import type { PersonDialogProps } from './person-dialog-props';

/** How many open leads routing may bring a person to, and the days on which they are away. */
export function PlanDialog({ person, open, onOpenChange }: PersonDialogProps) {
  const [capacity, setCapacity] = useState(person.capacity === null ? '' : String(person.capacity));
  const [days, setDays] = useState({ firstDay: '', lastDay: '' });
  const [fault, setFault] = useState('');
  const [pending, startTransition] = useTransition();
  const show = useToast();
  const run = (act: () => Promise<ActionResult<null>>, title: string, after?: () => void) =>
    startTransition(async () => {
      const answer = await act();
      if (!answer.ok) return setFault(answer.issues[0]?.message ?? answer.message);
      setFault('');
      after?.();
      show({ title, tone: 'good' });
    });
  const saveCapacity = () =>
    run(
      () =>
        setCapacityAction({
          userId: person.id,
          capacity: capacity.trim() === '' ? null : Number(capacity),
        }),
      `Capacity of ${person.name} saved`,
    );
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={`${person.name}: capacity and absence`}>
      <div className="flex flex-col gap-5">
        <div className="flex items-end gap-2">
          <Field
            label="Open leads they can take"
            hint="Empty: as many as the routing settings say"
            className="grow"
          >
            {(field) => (
              <Input
                {...field}
                inputMode="numeric"
                value={capacity}
                onChange={(event) => setCapacity(event.target.value)}
              />
            )}
          </Field>
          <Button className="mb-5" busy={pending} onClick={saveCapacity}>
            Save
          </Button>
        </div>
        <section aria-label="Absences" className="flex flex-col gap-2">
          <h3 className="text-xs font-medium">Away</h3>
          {person.absences.length === 0 ? <p className="text-soft">No absence is planned.</p> : null}
          <ul className="flex flex-col gap-1">
            {person.absences.map((absence) => (
              <li key={absence.id} className="flex items-center gap-2">
                <span className="grow">{describeAbsence(absence)}</span>
                <Button
                  variant="quiet"
                  iconOnly
                  aria-label={`Remove ${describeAbsence(absence)}`}
                  onClick={() => run(() => removeAbsenceAction({ absenceId: absence.id }), 'Absence removed')}
                >
                  <X size={14} aria-hidden />
                </Button>
              </li>
            ))}
          </ul>
          <div className="flex flex-wrap items-end gap-2">
            <Field label="First day">
              {(field) => (
                <Input
                  {...field}
                  type="date"
                  value={days.firstDay}
                  onChange={(event) => setDays({ ...days, firstDay: event.target.value })}
                />
              )}
            </Field>
            <Field label="Last day">
              {(field) => (
                <Input
                  {...field}
                  type="date"
                  value={days.lastDay}
                  onChange={(event) => setDays({ ...days, lastDay: event.target.value })}
                />
              )}
            </Field>
            <Button
              busy={pending}
              onClick={() =>
                run(
                  () => addAbsenceAction({ userId: person.id, ...days }),
                  `${person.name} gets no leads on these days`,
                  () => setDays({ firstDay: '', lastDay: '' }),
                )
              }
            >
              Add
            </Button>
          </div>
        </section>
        {fault ? (
          <p role="alert" className="text-bad">
            {fault}
          </p>
        ) : null}
      </div>
    </Dialog>
  );
}
