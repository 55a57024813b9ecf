'use client';

import { useId } from 'react';
import { Checkbox } from '@/components/ui/checkbox';

export interface Choice<T extends string> {
  value: T;
  label: string;
  hint?: string;
}

export interface ChoiceBoxesProps<T extends string> {
  label: string;
  /** Words behind the label: what none chosen means. */
  note?: string;
  choices: readonly Choice<T>[];
  chosen: readonly T[];
  onChange: (chosen: T[]) => void;
  /** One below the other instead of in a line. */
  stacked?: boolean;
  error?: string;
}

/** Some of several, each a box to tick. */
export function ChoiceBoxes<T extends string>(props: ChoiceBoxesProps<T>) {
  const { label, note, choices, chosen, onChange, stacked = false, error } = props;
  const id = useId();
  const toggle = (value: T, on: boolean) =>
    onChange(on ? [...chosen, value] : chosen.filter((one) => one !== value));
  return (
    <fieldset className="flex min-w-0 flex-col gap-1" aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="mb-1 text-xs font-medium text-text">
        {label}
        {note ? <span className="ml-1 font-normal text-faint">{note}</span> : null}
      </legend>
      <div className={stacked ? 'grid gap-1.5 sm:grid-cols-2' : 'flex flex-wrap gap-x-4 gap-y-1'}>
        {choices.map(({ value, label: words, hint }) => (
          <Checkbox
            key={value}
            label={words}
            hint={hint}
            checked={chosen.includes(value)}
            onCheckedChange={(on) => toggle(value, on)}
          />
        ))}
      </div>
      {error ? (
        <p id={`${id}-error`} className="text-xs text-bad">
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}
