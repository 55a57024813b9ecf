'use client';

import { useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Field } from '@/components/ui/field';
import { formatCount } from '@/components/ui/format';
import { Select } from '@/components/ui/select';
import { useToast } from '@/components/ui/toast';
import { replayAction, replayFailedAction } from '@/lib/webhooks/actions';
import { describeOutcome } from './outcome-toast';

/** Sends one delivery once more. */
export function ReplayButton({ deliveryId, disabled }: { deliveryId: string; disabled?: boolean }) {
  const [pending, startTransition] = useTransition();
  const show = useToast();
  const replay = () => startTransition(async () => show(describeOutcome(await replayAction({ deliveryId }))));
  return (
    <Button busy={pending} disabled={disabled} onClick={replay}>
      {pending ? 'Sending …' : 'Send again'}
    </Button>
  );
}

const HOUR_MS = 3_600_000;

const SINCE = [
  { value: '1', label: 'The last hour' },
  { value: '24', label: 'The last day' },
  { value: '168', label: 'The last week' },
  { value: '720', label: 'All that is kept' },
];

/** Sends once more what was given up since a while ago. */
export function ReplayFailedButton({ id, failed }: { id: string; failed: number }) {
  const [asking, setAsking] = useState(false);
  const [hours, setHours] = useState('24');
  const show = useToast();
  const replay = async () => {
    const since = new Date(Date.now() - Number(hours) * HOUR_MS).toISOString();
    const answer = await replayFailedAction({ id, since });
    show(
      answer.ok
        ? { title: `${formatCount(answer.value.count, 'message')} on the way again` }
        : { title: answer.message, tone: 'bad' },
    );
    return answer.ok;
  };
  return (
    <>
      <Button disabled={failed === 0} onClick={() => setAsking(true)}>
        Send failed again
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title="Send again what was given up?"
        confirmLabel="Send again"
        tone="primary"
        onConfirm={replay}
      >
        <p className="mb-3">
          Each message keeps its id, by which the receiver knows one that it has seen before.
        </p>
        <Field label="Made in">
          {(field) => (
            <Select
              {...field}
              value={hours}
              options={SINCE}
              onChange={(event) => setHours(event.target.value)}
            />
          )}
        </Field>
      </ConfirmDialog>
    </>
  );
}
