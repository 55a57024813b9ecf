'use client';

import { useEffect, useEffectEvent, useState } from 'react';
import { useStream } from '@/components/ui/use-stream';
import { announceEditingAction } from '@/lib/rubrics/actions';
import { rubricMarkSchema } from '@/lib/stream/schema';

/** How often one says that one is still here, and after how long without a word one is taken to have left. */
const HERE_EVERY_MS = 30_000;
const GONE_AFTER_MS = 75_000;

interface Editor {
  id: string;
  name: string;
  seenAt: number;
}

/**
 * Who else edits the draft at present, by name; each name once.
 *
 * @param editor this page.
 * @param onChanged someone else changed the draft, or what they said in the meantime was not heard.
 */
export function useEditors(editor: string, onChanged: () => void): string[] {
  const [editors, setEditors] = useState<readonly Editor[]>([]);
  const say = useEffectEvent((kind: 'hello' | 'here' | 'left') => {
    // Whoever cannot be told that someone is here notices by the draft itself.
    announceEditingAction({ kind, editor }).catch(() => undefined);
  });
  const hear = (data: unknown) => {
    const mark = rubricMarkSchema.safeParse(data).data;
    if (!mark || mark.editor === editor) return;
    if (mark.kind === 'changed') return onChanged();
    if (mark.kind === 'hello') void announceEditingAction({ kind: 'here', editor }).catch(() => undefined);
    const { editor: id, name, kind } = mark;
    setEditors((known) => [
      ...known.filter((one) => one.id !== id),
      ...(kind === 'left' ? [] : [{ id, name, seenAt: Date.now() }]),
    ]);
  };
  const state = useStream({
    topic: 'rubric',
    onData: hear,
    onOpen: () => {
      void announceEditingAction({ kind: 'hello', editor }).catch(() => undefined);
      onChanged();
    },
  });
  useEffect(() => {
    if (state === 'away') return undefined;
    const timer = setInterval(() => {
      say('here');
      setEditors((known) => known.filter(({ seenAt }) => Date.now() - seenAt < GONE_AFTER_MS));
    }, HERE_EVERY_MS);
    const leave = () => say('left');
    window.addEventListener('pagehide', leave);
    return () => {
      clearInterval(timer);
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [state]);
  return [...new Set(editors.map(({ name }) => name))];
}
