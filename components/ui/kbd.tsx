import { clsx } from 'clsx';
import type { ReactNode } from 'react';

export interface KbdProps {
  children: ReactNode;
  /** On a primary button: takes the colour of its text. */
  onAccent?: boolean;
  className?: string;
}

/** A key of the keyboard. */
export function Kbd({ children, onAccent = false, className }: KbdProps) {
  return (
    <kbd
      className={clsx(
        'rounded-sm border px-1 font-mono text-[11px]/4 font-medium',
        onAccent ? 'border-current text-current' : 'border-b-2 border-line bg-raise text-faint',
        className,
      )}
    >
      {children}
    </kbd>
  );
}
