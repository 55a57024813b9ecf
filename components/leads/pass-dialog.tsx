'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { passLeadsAction } from '@/lib/activities/actions';
import type { LeadsDialogProps } from './lead-work';
import { useLeadWork } from './use-lead-work';

export interface PassDialogProps extends LeadsDialogProps {
  owners: readonly { id: string; name: string }[];
}

/** Gives leads to a colleague, or back to the free list. */
export function PassDialog({ leads, owners, onClose }: PassDialogProps) {
  const { perform } = useLeadWork();
  const [toUserId, setToUserId] = useState('');
  const [note, setNote] = useState('');
  const colleagues = owners.filter(({ id }) => id !== leads.ownerId);
  const name = colleagues.find(({ id }) => id === toUserId)?.name;
  const pass = () => {
    onClose();
    perform({
      said: name ? `Passed on to ${name}` : 'Back on the free list',
      run: () =>
        passLeadsAction({ leadIds: leads.ids, toUserId: toUserId || null, note: note.trim() || undefined }),
      undoable: true,
      leaves: leads.ids,
    });
  };
  return (
    <Dialog open onOpenChange={onClose} title="Pass on" description={leads.called}>
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          pass();
        }}
      >
        <Field label="To">
          {(field) => (
            <Select
              {...field}
              autoFocus
              placeholder="The free list"
              value={toUserId}
              onChange={(event) => setToUserId(event.target.value)}
              options={colleagues.map(({ id, name: label }) => ({ value: id, label }))}
            />
          )}
        </Field>
        <Field label="Note" note="optional">
          {(field) => <Input {...field} value={note} onChange={(event) => setNote(event.target.value)} />}
        </Field>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary">
            Pass on
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
