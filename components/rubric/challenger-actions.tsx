'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';
import { useToast } from '@/components/ui/toast';
import { withdrawChallengerAction } from '@/lib/challengers/actions';
import { publishRubricAction } from '@/lib/rubrics/actions';

export interface ChallengerActionsProps {
  challengerId: string;
  number: number;
  note: string | null;
  /** The live version that it is compared with. */
  liveId: string;
  liveNumber: number;
}

/** What can be done with a challenger: make it the live version, or end its run. */
export function ChallengerActions(props: ChallengerActionsProps) {
  const [asking, setAsking] = useState<'promote' | 'withdraw'>();
  return (
    <>
      <Button onClick={() => setAsking('withdraw')}>Withdraw</Button>
      <Button variant="primary" onClick={() => setAsking('promote')}>
        Promote
      </Button>
      <WithdrawDialog {...props} open={asking === 'withdraw'} onClose={() => setAsking(undefined)} />
      <PromoteDialog {...props} open={asking === 'promote'} onClose={() => setAsking(undefined)} />
    </>
  );
}

interface DialogProps extends ChallengerActionsProps {
  open: boolean;
  onClose: () => void;
}

function WithdrawDialog({ challengerId, number, open, onClose }: DialogProps) {
  const [fault, setFault] = useState('');
  const router = useRouter();
  const show = useToast();
  const withdraw = async () => {
    const answer = await withdrawChallengerAction({ challengerId });
    setFault(answer.ok ? '' : answer.message);
    if (!answer.ok) return false;
    show({ title: `Version ${number} is withdrawn` });
    router.push('/rubric');
    return true;
  };
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onClose}
      title={`Withdraw v${number}?`}
      confirmLabel={`Withdraw v${number}`}
      onConfirm={withdraw}
    >
      <p>It is compared no longer. It stays among the versions, from where it can be restored as a draft.</p>
      {fault ? (
        <p role="alert" className="mt-2 text-bad">
          {fault}
        </p>
      ) : null}
    </ConfirmDialog>
  );
}

function PromoteDialog({ challengerId, number, note, liveId, liveNumber, open, onClose }: DialogProps) {
  const [words, setWords] = useState(note ?? '');
  const [fault, setFault] = useState<string>();
  const [pending, startTransition] = useTransition();
  const router = useRouter();
  const show = useToast();
  const promote = () =>
    startTransition(async () => {
      const answer = await publishRubricAction({ challengerId, note: words, baseId: liveId });
      setFault(answer.ok ? undefined : answer.message);
      if (!answer.ok) return;
      show({ title: `Version ${number} is live`, tone: 'good' });
      router.push('/rubric');
    });
  return (
    <Dialog
      open={open}
      onOpenChange={onClose}
      title={`Make v${number} the live version?`}
      description={`It takes the place of v${liveNumber} at once, and every lead is rescored by it. v${liveNumber} stays among the versions.`}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" busy={pending} onClick={promote}>
            {pending ? 'Promoting …' : `Promote v${number}`}
          </Button>
        </>
      }
    >
      <Field label="What changed and why" required error={fault}>
        {(field) => (
          <Textarea
            {...field}
            rows={3}
            maxLength={2000}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        )}
      </Field>
    </Dialog>
  );
}
