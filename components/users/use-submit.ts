'use client';

import { useSyncExternalStore, useTransition, type FormEvent } from 'react';

const never = () => () => undefined;

/**
 * Sends a form's texts by script and keeps what was typed, so that a refusal costs nobody their entries. Until the
 * script runs, `ready` is false and the button must not work: the browser would send the form in its own way.
 */
export function useSubmit(send: (read: (field: string) => string) => Promise<void>) {
  const [busy, startTransition] = useTransition();
  const ready = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const read = (field: string) => {
      const value = form.get(field);
      return typeof value === 'string' ? value : '';
    };
    if (!busy) startTransition(() => send(read));
  };
  return { busy, ready, onSubmit };
}
