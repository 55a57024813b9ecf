import { clsx } from 'clsx';
import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import { CONTROL_CLASS } from './control-class';

export interface SelectOption {
  value: string;
  label: string;
  disabled?: boolean;
}

export interface SelectProps extends Omit<ComponentProps<'select'>, 'children'> {
  options: readonly SelectOption[];
  /** First, empty choice, such as "Any owner". */
  placeholder?: string;
  large?: boolean;
}

/** The browser's own select, drawn like the other controls. */
export function Select({ options, placeholder, large = false, className, ...rest }: SelectProps) {
  return (
    <span className={clsx('relative inline-flex w-full min-w-0', className)}>
      <select
        {...rest}
        className={clsx(CONTROL_CLASS, 'appearance-none pr-7', large ? 'h-9 pl-3' : 'h-control pl-2')}
      >
        {placeholder === undefined ? null : <option value="">{placeholder}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown
        aria-hidden
        size={14}
        className="pointer-events-none absolute top-1/2 right-2 -translate-y-1/2 text-faint"
      />
    </span>
  );
}
