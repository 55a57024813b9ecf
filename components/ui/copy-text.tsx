'use client';

import { clsx } from 'clsx';
import { useRef, useState } from 'react';
import { announce } from './announcer';
import { Button } from './button';

type CopyState = 'fresh' | 'copied' | 'selected';

const WORDS: Record<CopyState, string> = { fresh: 'Copy', copied: 'Copied', selected: 'Press Ctrl C' };

/** Copies a text, or where the browser keeps the clipboard to itself, without HTTPS, selects it. */
function useCopy(text: string) {
  const [state, setState] = useState<CopyState>('fresh');
  const shown = useRef<HTMLElement>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setState('copied');
      announce('Copied');
    } catch {
      if (shown.current) window.getSelection()?.selectAllChildren(shown.current);
      setState('selected');
      announce('Selected; copy it with the keyboard');
    }
  };
  return { words: WORDS[state], shown, copy };
}

export interface CopyTextProps {
  /** What is copied, for screen readers: "the write key". */
  label: string;
  text: string;
  className?: string;
}

/** A short text in one line, such as a key, and a button that copies it. */
export function CopyText({ label, text, className }: CopyTextProps) {
  const { words, shown, copy } = useCopy(text);
  return (
    <span className={clsx('flex min-w-0 items-center gap-1.5', className)}>
      <code ref={shown} className="min-w-0 truncate font-mono text-xs" title={text}>
        {text}
      </code>
      <Button variant="quiet" size="sm" onClick={copy} aria-label={`${words}: ${label}`} className="shrink-0">
        {words}
      </Button>
    </span>
  );
}

/** A text of several lines as it is to be pasted, and a button that copies it. */
export function CopyBlock({ label, text, className }: CopyTextProps) {
  const { words, shown, copy } = useCopy(text);
  return (
    <div className={clsx('relative min-w-0 rounded border border-line bg-sunk', className)}>
      <pre
        tabIndex={0}
        role="region"
        aria-label={label}
        className="max-h-80 overflow-auto p-3 pr-20 font-mono text-xs leading-5"
      >
        <code ref={shown}>{text}</code>
      </pre>
      <Button size="sm" onClick={copy} aria-label={`${words}: ${label}`} className="absolute top-2 right-2">
        {words}
      </Button>
    </div>
  );
}
