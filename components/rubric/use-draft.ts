'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useMemo, useReducer, useState } from 'react';
import { v7 as uuid } from 'uuid';
import { useToast } from '@/components/ui/toast';
import { useShortcut } from '@/components/ui/use-shortcut';
import { readDraftAction, saveDraftAction, type StandingDraft } from '@/lib/rubrics/actions';
import type { Touch } from '@/lib/rubrics/data';
import { checkDraft } from '@/lib/rubrics/find-faults';
import { activeRubric, type DraftEdit } from '@/lib/rubrics/rubric-draft';
import { DraftSync, type SaveState } from './draft-sync';
import { startHistory, stepHistory, type HistoryStep } from './edit-history';
import { keepEdits, readKeptEdits } from './kept-edits';
import { useEditors } from './use-editors';

/**
 * The draft being edited: what it says, the edits, undo and redo, its saving, and who else edits it.
 *
 * @param standing the draft as it stands on the server; the live rubric, of revision 0, when there is none.
 */
export function useDraft(standing: StandingDraft) {
  const [history, step] = useReducer(stepHistory, standing.draft, startHistory);
  const { present } = history;
  const checked = useMemo(() => checkDraft(present), [present]);
  // What does not make a rubric yet has no effect: the last that did is measured.
  const [measured, setMeasured] = useState(() => ({
    draft: standing.draft,
    active: activeRubric(standing.draft),
  }));
  if (checked.active && checked.active !== measured.active)
    setMeasured({ draft: present, active: checked.active });

  const sync = useSync(standing, step);
  const { change, pull } = sync;
  const isValid = checked.active !== null;
  useEffect(() => change(present, isValid), [present, isValid, change]);
  const others = useEditors(sync.editor, pull);

  const edit = useCallback((made: DraftEdit) => step({ kind: 'edit', edit: made, at: Date.now() }), []);
  const undo = useCallback(() => step({ kind: 'undo' }), []);
  const redo = useCallback(() => step({ kind: 'redo' }), []);
  useShortcut('mod+z', 'Undo', undo, { enabled: history.past.length > 0 });
  useShortcut('mod+shift+z', 'Redo', redo, { enabled: history.future.length > 0 });

  return {
    draft: present,
    faults: checked.faults,
    /** The draft; while something in it is wrong, as it was before that. */
    measured: measured.draft,
    /** The same without what is switched off. */
    document: measured.active,
    others,
    edit,
    history: { mayUndo: history.past.length > 0, mayRedo: history.future.length > 0, undo, redo },
    save: sync,
  };
}

/** The saving of a draft, and what it tells. */
function useSync(standing: StandingDraft, step: (step: HistoryStep) => void) {
  const router = useRouter();
  const [state, setState] = useState<SaveState>({ kind: 'idle' });
  const [editor] = useState(() => uuid());
  const show = useToast();
  const tell = (deed: string, touch: Touch | null) => {
    if (!touch?.own) show({ title: `${touch?.name ?? 'Someone else'} ${deed}` });
  };
  const [sync] = useState(
    () =>
      new DraftSync({
        standing,
        save: ({ rubric, off }, revision) => saveDraftAction({ document: rubric, off, revision, editor }),
        read: readDraftAction,
        keep: keepEdits,
        onState: setState,
        onRebase: (from, to, prefer) => step({ kind: 'rebase', from, to, prefer }),
        onMoved: (touch) => {
          tell('published a new version', touch);
          router.refresh();
        },
        onDiscarded: (touch) => tell('discarded the draft', touch),
      }),
  );

  useEffect(() => {
    const kept = readKeptEdits();
    if (kept) {
      sync.resume(kept);
      step({ kind: 'adopt', draft: kept.mine });
    }
    // The page may come from the browser's memory, older than what stands on the server.
    void sync.pull();
    const keep = () => sync.keepUnsaved();
    const retry = () => void sync.flush();
    window.addEventListener('pagehide', keep);
    window.addEventListener('online', retry);
    return () => {
      window.removeEventListener('pagehide', keep);
      window.removeEventListener('online', retry);
      void sync.flush();
    };
  }, [sync, step]);

  return useMemo(
    () => ({
      state,
      editor,
      change: sync.change.bind(sync),
      pull: () => void sync.pull(),
      flush: () => sync.flush(),
      settle: sync.settle.bind(sync),
      readRevision: () => sync.revision,
      startFrom: (from: StandingDraft) => {
        sync.restart(from);
        step({ kind: 'start', draft: from.draft });
      },
    }),
    [state, editor, sync, step],
  );
}
