'use client';

import { Button } from '@/components/ui/button';
import { useUndoMerge } from './use-undo-merge';

/** Makes two leads of one again. */
export function UndoMergeButton({ mergeId, title }: { mergeId: string; title: string }) {
  const { busy, undo } = useUndoMerge();
  return (
    <Button size="sm" busy={busy} aria-label={`Undo: ${title}`} onClick={() => undo(mergeId)}>
      Undo
    </Button>
  );
}
