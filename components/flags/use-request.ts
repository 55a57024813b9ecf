'use client';

import { useState, useTransition } from 'react';

/** Sends one request at a time and keeps what was wrong with the last; `run` answers whether all was well. */
export function useRequest() {
  const [busy, startTransition] = useTransition();
  const [fault, setFault] = useState('');
  const run = (send: () => Promise<string | undefined>) =>
    new Promise<boolean>((done) => {
      startTransition(async () => {
        const wrong = await send();
        setFault(wrong ?? '');
        done(wrong === undefined);
      });
    });
  return { busy, fault, run };
}
