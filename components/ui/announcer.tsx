'use client';

import { useSyncExternalStore } from 'react';

// Two texts in turn: saying the same words again must still be a change for the screen reader.
let said = { text: '', turn: 0 };
const silence = said;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Says a sentence to screen readers, politely: "3 new A leads". */
export function announce(text: string): void {
  said = { text, turn: said.turn + 1 };
  listeners.forEach((listener) => listener());
}

/** The live region that speaks what announce() is given; stands once, in the root layout. */
export function Announcer() {
  const current = useSyncExternalStore(
    subscribe,
    () => said,
    () => silence,
  );
  return (
    <div role="status" aria-live="polite" className="sr-only">
      <span key={current.turn}>{current.text}</span>
    </div>
  );
}
