'use client';

import { useCallback, useEffect, useReducer, useRef } from 'react';
import { useShortcut } from '@/components/ui/use-shortcut';
import type { RubricEdit } from '@/lib/rubrics/edit-rubric';
import type { Rubric } from '@/lib/scoring/types';
import { startHistory, stepHistory } from './edit-history';
import { isOvertaken, useAutosave, type Saved } from './use-autosave';

/** A draft of the live rubric as it stands on the server; of revision 0, and equal to the live one, when there is none. */
export type DraftSource = Saved;

/** The draft being edited: its document, the edits, undo and redo, and its saving. */
export function useDraft(source: DraftSource, liveId: string) {
  const [history, step] = useReducer(stepHistory, source.document, startHistory);
  const { state, flush, restart, readRevision } = useAutosave(history.present, source, liveId);
  const firstRevision = useRef(source.revision);

  useEffect(() => {
    // Going back in the browser may show a page from memory, older than what was saved from it.
    if (isOvertaken(liveId, firstRevision.current)) window.location.reload();
  }, [liveId]);

  const edit = useCallback((made: RubricEdit) => step({ kind: 'edit', edit: made, at: Date.now() }), []);
  const undo = useCallback(() => step({ kind: 'undo' }), []);
  const redo = useCallback(() => step({ kind: 'redo' }), []);
  const startFrom = useCallback(
    (document: Rubric, revision: number) => {
      restart({ document, revision });
      step({ kind: 'start', document });
    },
    [restart],
  );

  useShortcut('mod+z', 'Undo', undo, { enabled: history.past.length > 0 });
  useShortcut('mod+shift+z', 'Redo', redo, { enabled: history.future.length > 0 });

  return {
    document: history.present,
    mayUndo: history.past.length > 0,
    mayRedo: history.future.length > 0,
    edit,
    undo,
    redo,
    startFrom,
    save: { state, flush, readRevision },
  };
}
