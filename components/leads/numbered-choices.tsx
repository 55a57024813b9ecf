'use client';

import { useEffect, type ReactNode } from 'react';
import { Kbd } from '@/components/ui/kbd';

export interface NumberedChoice {
  label: string;
  /** Quiet words behind it, such as a date. */
  note?: ReactNode;
  onChoose: () => void;
}

function isTextField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select') !== null;
}

export interface NumberedChoicesProps {
  label: string;
  choices: readonly NumberedChoice[];
  disabled?: boolean;
}

/** Choices of a dialog, each with a figure that picks it at once. */
export function NumberedChoices({ label, choices, disabled = false }: NumberedChoicesProps) {
  useEffect(() => {
    if (disabled) return undefined;
    const pick = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTextField(event.target)) return;
      const choice = choices[Number(event.key) - 1];
      if (!choice) return;
      event.preventDefault();
      choice.onChoose();
    };
    document.addEventListener('keydown', pick);
    return () => document.removeEventListener('keydown', pick);
  }, [choices, disabled]);
  return (
    <ul aria-label={label} className="flex flex-col gap-1">
      {choices.map((choice, index) => (
        <li key={choice.label}>
          <button
            type="button"
            disabled={disabled}
            onClick={choice.onChoose}
            className="flex h-9 w-full items-center gap-2 rounded border border-line-strong px-2.5 text-left font-medium hover:bg-text/5 disabled:opacity-50 max-md:h-11"
          >
            <Kbd>{index + 1}</Kbd>
            <span className="grow">{choice.label}</span>
            {choice.note ? <span className="text-xs font-normal text-soft">{choice.note}</span> : null}
          </button>
        </li>
      ))}
    </ul>
  );
}
