'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { saveDraftAction } from '@/lib/rubrics/actions';
import type { Rubric } from '@/lib/scoring/types';

export interface RestoreButtonProps {
  number: number;
  document: Rubric;
  /** The draft that would be replaced; 0 when there is none. */
  draftRevision: number;
}

/** Makes an old version the draft, to be looked at and published like any other edit. */
export function RestoreButton({ number, document, draftRevision }: RestoreButtonProps) {
  const [asking, setAsking] = useState(false);
  const [fault, setFault] = useState('');
  const router = useRouter();
  const restore = async () => {
    const answer = await saveDraftAction({ document, revision: draftRevision });
    setFault(answer.ok ? '' : answer.message);
    if (answer.ok) router.push('/rubric');
    return answer.ok;
  };
  return (
    <>
      <Button variant="primary" onClick={() => setAsking(true)}>
        Restore as draft
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={`Restore v${number} as draft?`}
        confirmLabel="Restore as draft"
        tone={draftRevision > 0 ? 'danger' : 'primary'}
        onConfirm={restore}
      >
        <p>
          {draftRevision > 0
            ? 'It takes the place of the present draft, whose edits are lost. '
            : 'Nothing is published yet: '}
          you see what it does to every lead before you publish it.
        </p>
        {fault ? (
          <p role="alert" className="mt-2 text-bad">
            {fault}
          </p>
        ) : null}
      </ConfirmDialog>
    </>
  );
}
