'use client';

import { useState, useTransition } from 'react';
import { useToast } from '@/components/ui/toast';
import type { ActionResult } from '@/lib/server/actions';

interface SettingsDraft<T> {
  /** As they are saved. */
  settings: T;
  /** When they were saved, in milliseconds; null when they never were. */
  savedAt: number | null;
  /** Saves a draft, unless the settings were saved by somebody else since. */
  send: (draft: T, basedOn: number | null) => Promise<ActionResult<{ savedAt: number }>>;
  /** Told when it is saved. */
  description?: string;
}

/** Settings while they are edited: what is typed, and how saving it went. */
export function useSettingsDraft<T>({ settings, savedAt, send, description }: SettingsDraft<T>) {
  const [draft, setDraft] = useState(settings);
  const [basedOn, setBasedOn] = useState(savedAt);
  const [fault, setFault] = useState('');
  const [pending, startTransition] = useTransition();
  const show = useToast();
  const save = async () => {
    const answer = await send(draft, basedOn);
    if (!answer.ok) return setFault(answer.issues[0]?.message ?? answer.message);
    setFault('');
    setBasedOn(answer.value.savedAt);
    show({ title: 'Saved', description, tone: 'good' });
  };
  return { draft, setDraft, foot: { pending, fault, onSave: () => startTransition(save) } };
}
