'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';
import { addNoteAction } from '@/lib/activities/actions';
import type { LeadDialogProps } from './lead-work';
import { useLeadWork } from './use-lead-work';

/** Keeps a note on a lead. Ctrl or ⌘ with Enter saves it. */
export function NoteDialog({ lead, onClose }: LeadDialogProps) {
  const { perform } = useLeadWork();
  const [note, setNote] = useState('');
  const save = () => {
    if (note.trim() === '') return;
    onClose();
    perform({ said: 'Note kept', run: () => addNoteAction({ leadId: lead.id, note }) });
  };
  return (
    <Dialog open onOpenChange={onClose} title="Write a note" description={lead.name}>
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Field label="Note" hint="Ctrl or ⌘ with Enter saves it">
          {(field) => (
            <Textarea
              {...field}
              rows={4}
              autoFocus
              maxLength={2_000}
              value={note}
              onChange={(event) => setNote(event.target.value)}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
              }}
            />
          )}
        </Field>
        <div className="flex justify-end">
          <Button type="submit" variant="primary" disabled={note.trim() === ''}>
            Keep
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
