'use client';

import { clsx } from 'clsx';
import { Check, Minus } from 'lucide-react';
import { Checkbox as Radix } from 'radix-ui';
import { useId, type ReactNode } from 'react';

export interface CheckboxProps {
  /** Words beside the box; without them give an aria-label. */
  label?: ReactNode;
  hint?: ReactNode;
  name?: string;
  value?: string;
  checked?: boolean | 'indeterminate';
  defaultChecked?: boolean;
  onCheckedChange?: (checked: boolean) => void;
  disabled?: boolean;
  required?: boolean;
  'aria-label'?: string;
  className?: string;
}

/** A box to tick; works in forms (posts value, "on" by default) and controlled. */
export function Checkbox({ label, hint, onCheckedChange, className, ...rest }: CheckboxProps) {
  const id = useId();
  return (
    <span className={clsx('inline-flex items-start gap-1', className)}>
      <Radix.Root
        id={id}
        {...rest}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onCheckedChange={(next) => onCheckedChange?.(next === true)}
        className="group -m-0.5 grid size-6 shrink-0 place-items-center rounded disabled:opacity-50"
      >
        <span className="grid size-4 place-items-center rounded-sm border border-line-control bg-raise text-on-accent group-data-[state=checked]:border-accent group-data-[state=checked]:bg-accent group-data-[state=indeterminate]:border-accent group-data-[state=indeterminate]:bg-accent">
          <Radix.Indicator>
            {rest.checked === 'indeterminate' ? (
              <Minus size={12} aria-hidden />
            ) : (
              <Check size={12} aria-hidden />
            )}
          </Radix.Indicator>
        </span>
      </Radix.Root>
      {label ? (
        <label htmlFor={id} className="min-w-0 pl-0.5">
          {label}
          {hint ? (
            <span id={`${id}-hint`} className="block text-xs text-soft">
              {hint}
            </span>
          ) : null}
        </label>
      ) : null}
    </span>
  );
}
