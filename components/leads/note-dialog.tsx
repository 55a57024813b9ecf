'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';
import { addNoteAction } from '@/lib/activities/actions';
import type { LeadDialogProps } from './lead-work';
import { useLeadWork } from './use-lead-work';

/** Writes a note into the lead's timeline. */
export function NoteDialog({ lead, onClose }: LeadDialogProps) {
  const { perform } = useLeadWork();
  const [note, setNote] = useState('');
  const add = () => {
    onClose();
    perform({ said: 'Note added', run: () => addNoteAction({ leadId: lead.id, note }) });
  };
  return (
    <Dialog open onOpenChange={onClose} title="Add a note" description={lead.name}>
      <form action={add} className="flex flex-col gap-3">
        <Field label="Note">
          {(field) => (
            <Textarea
              {...field}
              autoFocus
              required
              rows={3}
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
          )}
        </Field>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" disabled={note.trim() === ''}>
            Add note
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
