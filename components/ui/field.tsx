import { clsx } from 'clsx';
import { useId, type ReactNode } from 'react';

/** What a control must carry so that its label, hint and error are read with it. */
export interface FieldControlProps {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
  required: boolean | undefined;
}

export interface FieldProps {
  label: ReactNode;
  hint?: ReactNode;
  /** What is wrong and what to do; an empty value means that all is well. */
  error?: ReactNode;
  required?: boolean;
  /** Words behind the label, such as "optional". */
  note?: ReactNode;
  className?: string;
  /** Draws the control with the props given: `{(field) => <Input {...field} name="email" />}`. */
  children: (field: FieldControlProps) => ReactNode;
}

/** Label, control, hint and error, tied together for screen readers. */
export function Field({ label, hint, error, required, note, className, children }: FieldProps) {
  const id = useId();
  const describedBy = [error ? `${id}-error` : '', hint ? `${id}-hint` : ''].filter(Boolean).join(' ');
  return (
    <div className={clsx('flex min-w-0 flex-col gap-1', className)}>
      <label htmlFor={id} className="text-xs font-medium text-text">
        {label}
        {note ? <span className="ml-1 font-normal text-faint">{note}</span> : null}
      </label>
      {children({
        id,
        'aria-describedby': describedBy || undefined,
        'aria-invalid': error ? true : undefined,
        required: required || undefined,
      })}
      {error ? (
        <p id={`${id}-error`} className="text-xs text-bad">
          {error}
        </p>
      ) : null}
      {hint ? (
        <p id={`${id}-hint`} className="text-xs text-soft">
          {hint}
        </p>
      ) : null}
    </div>
  );
}
