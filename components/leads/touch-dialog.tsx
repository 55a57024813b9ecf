'use client';

import { useState } from 'react';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';
import { logTouchAction } from '@/lib/activities/actions';
import { TOUCH_OUTCOMES, type TouchType } from '@/lib/activities/constants';
import { NumberedChoices } from './numbered-choices';
import type { LeadDialogProps } from './lead-work';
import { useLeadWork } from './use-lead-work';

const WORDS: Record<TouchType, { title: string; said: string }> = {
  call: { title: 'Log a call', said: 'Call logged' },
  email: { title: 'Log an e-mail', said: 'E-mail logged' },
  meeting: { title: 'Log a meeting', said: 'Meeting logged' },
};

/** Logs a call, an e-mail or a meeting with what came of it: one key for the outcome, a note if wanted. */
export function TouchDialog({ type, lead, onClose }: LeadDialogProps & { type: TouchType }) {
  const { perform } = useLeadWork();
  const [note, setNote] = useState('');
  const { title, said } = WORDS[type];
  const choices = TOUCH_OUTCOMES[type].map((outcome) => ({
    label: outcome,
    onChoose: () => {
      onClose();
      const input = { leadId: lead.id, type, outcome, note: note.trim() || undefined };
      perform({
        said: `${said}: ${outcome.toLowerCase()}`,
        run: () => logTouchAction(input),
      });
    },
  }));
  return (
    <Dialog open onOpenChange={onClose} title={title} description={lead.name}>
      <div className="flex flex-col gap-3">
        <NumberedChoices label="Outcome" choices={choices} />
        <Field label="Note" note="optional">
          {(field) => (
            <Textarea {...field} rows={2} value={note} onChange={(event) => setNote(event.target.value)} />
          )}
        </Field>
      </div>
    </Dialog>
  );
}
