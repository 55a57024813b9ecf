'use client';

import { useTransition } from 'react';
import { useToast } from '@/components/ui/toast';
import { mergeLeadsAction } from '@/lib/leads/actions';
import { useUndoMerge } from './use-undo-merge';

export interface MergeRequest {
  survivorId: string;
  mergedId: string;
  take: string[];
}

/** Merges two leads, says so, and offers the way back. */
export function useMerge(): {
  busy: boolean;
  merge: (request: MergeRequest, said: string, onDone?: () => void) => void;
} {
  const show = useToast();
  const { undo } = useUndoMerge();
  const [busy, startTransition] = useTransition();
  const merge = (request: MergeRequest, said: string, onDone?: () => void) =>
    startTransition(async () => {
      const result = await mergeLeadsAction(request);
      if (!result.ok) return show({ title: result.message, tone: 'bad' });
      const { mergeId } = result.value;
      show({ title: said, action: { label: 'Undo', onSelect: () => undo(mergeId) } });
      onDone?.();
    });
  return { busy, merge };
}
