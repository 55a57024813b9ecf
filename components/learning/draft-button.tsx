'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { useToast } from '@/components/ui/toast';
import { makeDraftAction } from '@/lib/learning/actions';

export interface DraftButtonProps {
  runId: string;
  /** The present draft's revision; 0 when there is none. */
  revision: number;
}

/** Makes what was learned the draft, after asking: it replaces one that is being edited. */
export function DraftButton({ runId, revision }: DraftButtonProps) {
  const [open, setOpen] = useState(false);
  const show = useToast();
  const router = useRouter();
  const make = async () => {
    const result = await makeDraftAction({ runId, revision });
    if (!result.ok) {
      show({ title: result.message, tone: 'bad' });
      return false;
    }
    router.push('/rubric');
    return true;
  };
  return (
    <>
      <Button variant="primary" onClick={() => setOpen(true)}>
        Make it a draft
      </Button>
      <ConfirmDialog
        open={open}
        onOpenChange={setOpen}
        title="Make what was learned the draft?"
        confirmLabel={revision > 0 ? 'Replace the draft' : 'Make it a draft'}
        tone={revision > 0 ? 'danger' : 'primary'}
        onConfirm={make}
      >
        {revision > 0
          ? 'The draft that is being edited is replaced by it; that cannot be undone. '
          : 'It becomes the draft of the rubric. '}
        Nothing is scored by it until someone reads it and publishes it.
      </ConfirmDialog>
    </>
  );
}
