'use client';

import { clsx } from 'clsx';
import type { KeyboardEvent } from 'react';

export interface NameFieldProps {
  /** For screen readers: "Name of the group". */
  label: string;
  value: string;
  onValueChange: (value: string) => void;
  className?: string;
}

/** A name that looks like text until it is pointed at or has the focus; as wide as what it says. */
export function NameField({ label, value, onValueChange, className }: NameFieldProps) {
  const leaveOnEnter = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') event.currentTarget.blur();
  };
  return (
    <input
      type="text"
      aria-label={label}
      aria-invalid={value.trim() === '' || undefined}
      value={value}
      maxLength={120}
      onChange={(event) => onValueChange(event.target.value)}
      onKeyDown={leaveOnEnter}
      className={clsx(
        '-mx-1.5 field-sizing-content h-6 max-w-full min-w-16 rounded border border-transparent bg-transparent px-1.5',
        'hover:border-line-strong focus:border-line-control focus:bg-raise aria-invalid:border-bad',
        className,
      )}
    />
  );
}
