'use client';

import { useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { useToast } from '@/components/ui/toast';
import { sendTestAction } from '@/lib/webhooks/actions';
import { describeOutcome } from './outcome-toast';

/** Sends a message to try an endpoint with, and says what came of it. */
export function TestButton({ id, disabled }: { id: string; disabled?: boolean }) {
  const [pending, startTransition] = useTransition();
  const show = useToast();
  const test = () => startTransition(async () => show(describeOutcome(await sendTestAction({ id }))));
  return (
    <Button busy={pending} disabled={disabled} onClick={test}>
      {pending ? 'Sending …' : 'Send a test'}
    </Button>
  );
}
