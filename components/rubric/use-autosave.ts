'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { saveDraftAction } from '@/lib/rubrics/actions';
import type { Rubric } from '@/lib/scoring/types';

/** How long the hand has to rest before a draft is saved. */
const PAUSE_MS = 700;

export type SaveState =
  | { kind: 'idle' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: number }
  /** Nothing was overwritten; saving waits until someone decides. */
  | { kind: 'refused'; message: string };

export interface Saved {
  document: Rubric;
  /** 0 while there is no draft on the server. */
  revision: number;
}

// The revision this browser saved last: a page shown again from the browser's memory may be older.
let lastSeen: { baseId: string; revision: number } | undefined;

/** Whether a page that says it is of this revision was overtaken by what this browser saved since. */
export function isOvertaken(baseId: string, revision: number): boolean {
  return lastSeen?.baseId === baseId && lastSeen.revision > revision;
}

/**
 * Saves a draft whenever it rests, one save at a time. A refused save (someone else saved meanwhile, or no connection)
 * overwrites nothing and stops saving until `flush` is called again.
 *
 * @param baseId the live version that the draft is of.
 */
export function useAutosave(document: Rubric, saved: Saved, baseId: string) {
  const [state, setState] = useState<SaveState>({ kind: 'idle' });
  const kept = useRef(saved);
  const latest = useRef(document);
  const queue = useRef<Promise<boolean>>(Promise.resolve(true));

  const saveOnce = useCallback(async (): Promise<boolean> => {
    const next = latest.current;
    if (next === kept.current.document) return true;
    setState({ kind: 'saving' });
    const answer = await saveDraftAction({ document: next, revision: kept.current.revision }).catch(
      () => null,
    );
    if (!answer?.ok) {
      const message = answer?.message ?? 'The server cannot be reached; your edits are still here.';
      setState({ kind: 'refused', message });
      return false;
    }
    kept.current = { document: next, revision: answer.value.revision };
    lastSeen = { baseId, revision: answer.value.revision };
    setState({ kind: 'saved', at: Date.now() });
    return true;
  }, [baseId]);

  /** Saves what is not saved yet; answers whether all is. */
  const flush = useCallback(() => {
    queue.current = queue.current.then(saveOnce);
    return queue.current;
  }, [saveOnce]);

  /** Begins anew with what stands on the server. */
  const restart = useCallback((from: Saved) => {
    kept.current = from;
    latest.current = from.document;
    lastSeen = undefined;
    setState({ kind: 'idle' });
  }, []);

  const refused = state.kind === 'refused';
  useEffect(() => {
    latest.current = document;
    if (refused || document === kept.current.document) return undefined;
    const timer = setTimeout(() => void flush(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [document, refused, flush]);

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (latest.current !== kept.current.document) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, []);

  const readRevision = useCallback(() => kept.current.revision, []);
  return { state, flush, restart, readRevision };
}
