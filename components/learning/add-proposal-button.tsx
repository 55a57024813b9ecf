'use client';

import { useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { useToast } from '@/components/ui/toast';
import { addProposalAction } from '@/lib/learning/actions';

export interface AddProposalButtonProps {
  runId: string;
  id: string;
  label: string;
  /** Whether the draft has it already. */
  added: boolean;
}

/** Puts a proposed criterion into the draft. */
export function AddProposalButton({ runId, id, label, added }: AddProposalButtonProps) {
  const show = useToast();
  const [busy, startTransition] = useTransition();
  const add = () =>
    startTransition(async () => {
      const result = await addProposalAction({ runId, id });
      show(
        result.ok
          ? { title: `“${label}” is in the draft`, description: 'Read it under Rubric before you publish.' }
          : { title: result.message, tone: 'bad' },
      );
    });
  if (added) return <span className="text-xs whitespace-nowrap text-soft">in the draft</span>;
  return (
    <Button busy={busy} onClick={add} aria-label={`Add to the draft: ${label}`}>
      Add to draft
    </Button>
  );
}
