'use client';

import { useTransition, type FormEvent } from 'react';

/** Sends a form by script and keeps what was typed, so that a refusal costs nobody their entries. */
export function useSubmit(send: (form: FormData) => Promise<void>) {
  const [busy, startTransition] = useTransition();
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    if (!busy) startTransition(() => send(form));
  };
  return { busy, onSubmit };
}
