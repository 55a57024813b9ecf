'use client';

import { clsx } from 'clsx';
import type { KeyboardEvent } from 'react';

export interface NameFieldProps {
  /** For screen readers: "Name of the group". */
  label: string;
  value: string;
  onValueChange: (value: string) => void;
  id?: string;
  maxLength?: number;
  /** The id of what says what is wrong with it. */
  describedBy?: string | undefined;
  className?: string;
}

/** A name that looks like text until it is pointed at or has the focus; as wide as what it says. */
export function NameField(props: NameFieldProps) {
  const { label, value, onValueChange, id, maxLength = 120, describedBy, className } = props;
  const leaveOnEnter = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') event.currentTarget.blur();
  };
  return (
    <input
      type="text"
      id={id}
      aria-describedby={describedBy}
      aria-label={label}
      aria-invalid={value.trim() === '' || describedBy !== undefined || undefined}
      value={value}
      maxLength={maxLength}
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
