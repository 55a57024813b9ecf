'use client';

import { useFormStatus } from 'react-dom';
import { Button, type ButtonProps } from './button';

export interface SubmitButtonProps extends Omit<ButtonProps, 'type' | 'busy'> {
  /** Said while the form is being sent, such as "Saving". */
  pendingLabel?: string;
}

/** Submits the form around it and waits with it. */
export function SubmitButton({
  pendingLabel,
  children,
  variant = 'primary',
  shortcut,
  ...rest
}: SubmitButtonProps) {
  const { pending } = useFormStatus();
  return (
    <Button
      {...rest}
      type="submit"
      variant={variant}
      busy={pending}
      shortcut={pending ? undefined : shortcut}
    >
      {pending && pendingLabel ? pendingLabel : children}
    </Button>
  );
}
