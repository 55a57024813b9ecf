'use client';

import { useRef, useState } from 'react';
import { announce } from './announcer';
import { Button } from './button';
import { Field } from './field';
import { Input } from './input';

export interface CopyFieldProps {
  label: string;
  hint?: string;
  /** What is to be copied. */
  value: string;
  /** What is said when it was: "Link". */
  noun: string;
}

/** A text to be copied, with a button that does it. */
export function CopyField({ label, hint, value, noun }: CopyFieldProps) {
  const [state, setState] = useState<'fresh' | 'copied' | 'selected'>('fresh');
  const field = useRef<HTMLInputElement>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
      setState('copied');
      announce(`${noun} copied`);
    } catch {
      // Without HTTPS a browser keeps the clipboard to itself.
      field.current?.select();
      setState('selected');
      announce(`${noun} selected; copy it with the keyboard`);
    }
  };
  return (
    <Field label={label} hint={hint}>
      {(control) => (
        <span className="flex gap-2">
          <Input
            {...control}
            ref={field}
            readOnly
            value={value}
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
