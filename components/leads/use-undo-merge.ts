'use client';

import { useTransition } from 'react';
import { useToast } from '@/components/ui/toast';
import { undoMergeAction } from '@/lib/leads/actions';

/** Takes a merge back and says what came of it. */
export function useUndoMerge(): { busy: boolean; undo: (mergeId: string) => void } {
  const show = useToast();
  const [busy, startTransition] = useTransition();
  const undo = (mergeId: string) =>
    startTransition(async () => {
      const result = await undoMergeAction({ mergeId });
      show(
        result.ok
          ? { title: 'Two leads again; their scores restate themselves' }
          : { title: result.message, tone: 'bad' },
      );
    });
  return { busy, undo };
}
