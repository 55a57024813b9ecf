'use client';

import { useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { useToast } from '@/components/ui/toast';
import { reviewLeadAction } from '@/lib/reviews/actions';

export interface ReviewActionsProps {
  lead: { id: string; name: string };
  people: readonly { id: string; name: string }[];
}

type Decision = 'routed' | 'left';

/** What may be decided about a lead: it goes to a rep, or is left where it is. */
export function ReviewActions({ lead, people }: ReviewActionsProps) {
  const [asked, setAsked] = useState<Decision>();
  const close = () => setAsked(undefined);
  return (
    <span className="flex justify-end gap-1.5">
      <Button onClick={() => setAsked('routed')} aria-label={`Route ${lead.name}`}>
        Route
      </Button>
      <Button onClick={() => setAsked('left')} aria-label={`Leave ${lead.name}`}>
        Leave it
      </Button>
      {asked ? <DecisionDialog decision={asked} lead={lead} people={people} onClose={close} /> : null}
    </span>
  );
}

interface DecisionDialogProps extends ReviewActionsProps {
  decision: Decision;
  onClose: () => void;
}

function DecisionDialog({ decision, lead, people, onClose }: DecisionDialogProps) {
  const [toUserId, setToUserId] = useState('');
  const [note, setNote] = useState('');
  const [fault, setFault] = useState('');
  const [pending, startTransition] = useTransition();
  const show = useToast();
  const routes = decision === 'routed';
  const decide = () =>
    startTransition(async () => {
      const answer = await reviewLeadAction({
        leadId: lead.id,
        decision,
        ...(routes ? { toUserId: toUserId || null } : {}),
        note: note.trim() || undefined,
      });
      if (!answer.ok) return setFault(answer.issues[0]?.message ?? answer.message);
      onClose();
      show({ title: routes ? `${lead.name} was routed` : `${lead.name} is left where it is`, tone: 'good' });
    });
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={routes ? `Route ${lead.name}` : `Leave ${lead.name}`}
      description={
        routes
          ? 'The rep’s response clock begins now.'
          : 'It is asked about again only when it comes to be of low fit and high intent anew.'
      }
    >
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          decide();
        }}
      >
        {routes ? (
          <Field label="To">
            {(field) => (
              <Select
                {...field}
                placeholder="Whoever the rules choose"
                value={toUserId}
                options={people.map(({ id, name }) => ({ value: id, label: name }))}
                onChange={(event) => setToUserId(event.target.value)}
              />
            )}
          </Field>
        ) : null}
        <Field label="Note" note="optional">
          {(field) => <Input {...field} value={note} onChange={(event) => setNote(event.target.value)} />}
        </Field>
        {fault ? (
          <p role="alert" className="text-bad">
            {fault}
          </p>
        ) : null}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" busy={pending}>
            {routes ? 'Route' : 'Leave it'}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
