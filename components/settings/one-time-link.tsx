'use client';

import { useRef, useState } from 'react';
import { announce } from '@/components/ui/announcer';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';

export interface OneTimeLinkProps {
  /** Path of this site, with its token. */
  path: string;
  /** How long it works and what it does. */
  hint: string;
}

/** A link that is shown this once, to be copied. */
export function OneTimeLink({ path, hint }: OneTimeLinkProps) {
  const [state, setState] = useState<'fresh' | 'copied' | 'selected'>('fresh');
  const field = useRef<HTMLInputElement>(null);
  const link = new URL(path, window.location.origin).href;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link);
      setState('copied');
      announce('Link copied');
    } catch {
      // Without HTTPS a browser keeps the clipboard to itself.
      field.current?.select();
      setState('selected');
      announce('Link selected; copy it with the keyboard');
    }
  };
  return (
    <Field label="One-time link" hint={hint}>
      {(control) => (
        <span className="flex gap-2">
          <Input
            {...control}
            ref={field}
            readOnly
            value={link}
            className="font-mono text-xs"
            onFocus={(event) => event.target.select()}
          />
          <Button variant="primary" onClick={copy}>
            {state === 'copied' ? 'Copied' : state === 'selected' ? 'Press Ctrl C' : 'Copy'}
          </Button>
        </span>
      )}
    </Field>
  );
}
