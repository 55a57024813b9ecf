'use client';

import { useTransition, type FormEvent } from 'react';

/** Sends a form's texts by script and keeps what was typed, so that a refusal costs nobody their entries. */
export function useSubmit(send: (read: (field: string) => string) => Promise<void>) {
  const [busy, startTransition] = useTransition();
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const read = (field: string) => {
      const value = form.get(field);
      return typeof value === 'string' ? value : '';
    };
    if (!busy) startTransition(() => send(read));
  };
  return { busy, onSubmit };
}
