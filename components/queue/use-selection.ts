'use client';

import { useMemo, useState } from 'react';

/** Rows that are ticked, of those that are listed: what leaves the list is ticked no more. */
export interface Selection {
  ids: readonly string[];
  has: (id: string) => boolean;
  toggle: (id: string) => void;
  /** All that are listed, or none. */
  setAll: (on: boolean) => void;
}

/** Keeps which of the listed rows are ticked. */
export function useSelection(listed: readonly string[]): Selection {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const ids = useMemo(() => listed.filter((id) => ticked.has(id)), [listed, ticked]);
  return {
    ids,
    has: (id) => ticked.has(id),
    toggle: (id) => setTicked(new Set(ticked.has(id) ? ids.filter((other) => other !== id) : [...ids, id])),
    setAll: (on) => setTicked(new Set(on ? listed : [])),
  };
}
