import { clsx } from 'clsx';
import type { ComponentProps } from 'react';
import { CONTROL_CLASS } from './control-class';

export interface InputProps extends ComponentProps<'input'> {
  /** 36 px high, for sign-in and other lone forms. */
  large?: boolean;
}

/** A line of text. Inside Field it takes its id and descriptions from fieldProps. */
export function Input({ large = false, className, ...rest }: InputProps) {
  return (
    <input
      type="text"
      {...rest}
      className={clsx(CONTROL_CLASS, large ? 'h-9 px-3' : 'h-control px-2', className)}
    />
  );
}
