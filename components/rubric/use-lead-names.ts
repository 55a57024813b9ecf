'use client';

import { useEffect, useState } from 'react';
import { nameLeadsAction } from '@/lib/effects/actions';
import type { NamedLead } from '@/lib/effects/types';

const PAUSE_MS = 200;
const NONE: ReadonlyMap<string, NamedLead> = new Map();

/** The names of a few leads, asked for when the list has rested for a moment, and kept. */
export function useLeadNames(leadIds: readonly string[]): ReadonlyMap<string, NamedLead> {
  const [names, setNames] = useState(NONE);
  const missing = leadIds.filter((id) => !names.has(id)).join(' ');
  useEffect(() => {
    if (missing === '') return undefined;
    let wanted = true;
    const ask = async () => {
      const answer = await nameLeadsAction({ leadIds: missing.split(' ') });
      if (!wanted || !answer.ok) return;
      setNames((before) => new Map([...before, ...answer.value.map((lead) => [lead.id, lead] as const)]));
    };
    const timer = setTimeout(() => void ask().catch(() => undefined), PAUSE_MS);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [missing]);
  return names;
}
