'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';
import { useToast } from '@/components/ui/toast';
import type { Flag, FlaggedItem } from '@/lib/flags/types';
import { FlagItem } from './flag-item';
import type { FlagDesk } from './flags-provider';
import { useRequest } from './use-request';

export interface FlagDialogProps {
  item: FlaggedItem;
  label: string;
  /** Those on it. */
  flags: readonly Flag[];
  desk: FlagDesk;
  onClose: () => void;
}

/** What was said against a criterion or a disqualifier and answered, and the place to say more. */
export function FlagDialog({ item, label, flags, desk, onClose }: FlagDialogProps) {
  const waiting = flags.filter(({ answer }) => answer === null);
  const [writing, setWriting] = useState(waiting.length === 0);
  return (
    <Dialog
      open
      onOpenChange={onClose}
      width="md"
      title={label}
      description={
        waiting.length > 0
          ? 'Flagged as wrong. Whoever raised a flag sees its answer.'
          : `Is this ${item.kind} wrong? Whoever looks after the rubric sees your flag beside it and answers.`
      }
    >
      <div className="flex flex-col gap-3">
        {flags.length > 0 ? (
          <ul>
            {flags.map((flag) => (
              <FlagItem key={flag.id} flag={flag} desk={desk} />
            ))}
          </ul>
        ) : null}
        {writing ? (
          <RaiseForm item={item} desk={desk} onRaised={onClose} />
        ) : (
          <Button className="self-start" onClick={() => setWriting(true)}>
            Raise another flag
          </Button>
        )}
      </div>
    </Dialog>
  );
}

interface RaiseFormProps {
  item: FlaggedItem;
  desk: FlagDesk;
  onRaised: () => void;
}

function RaiseForm({ item, desk, onRaised }: RaiseFormProps) {
  const [reason, setReason] = useState('');
  const { busy, fault, run } = useRequest();
  const show = useToast();
  const raise = async () => {
    if (!(await run(() => desk.raise(item, reason)))) return;
    show({ title: 'Flagged', description: 'You see the answer on the rubric’s page.', tone: 'good' });
    onRaised();
  };
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void raise();
      }}
    >
      <Field label="This is wrong, because…" error={fault}>
        {(field) => (
          <Textarea
            {...field}
            autoFocus
            rows={3}
            maxLength={1_000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit" variant="primary" busy={busy} className="self-end">
        Flag it
      </Button>
    </form>
  );
}
