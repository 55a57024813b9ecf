'use client';

import { useState, type KeyboardEvent } from 'react';
import { CONTROL_CLASS } from '@/components/ui/control-class';
import { formatNumber } from '@/components/ui/format';
import { parseTypedNumber } from '@/components/ui/parse-number';

export interface LimitFieldProps {
  /** For screen readers: "Company adds at most". */
  label: string;
  /** What it counts; points when absent. */
  unit?: string;
  /** Undefined: no limit. */
  value: number | undefined;
  onValueChange: (value: number | undefined) => void;
}

const STEPS: Partial<Record<string, number>> = { ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 };

/** A group's limit: a number to type or step with the arrow keys; empty for none. */
export function LimitField({ label, unit = 'points', value, onValueChange }: LimitFieldProps) {
  const [typed, setTyped] = useState<string>();
  const leave = () => {
    if (typed === undefined) return;
    setTyped(undefined);
    const parsed = parseTypedNumber(typed);
    if (typed.trim() === '') onValueChange(undefined);
    else if (parsed !== undefined) onValueChange(parsed);
  };
  const stepByKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter') leave();
    const step = STEPS[event.key];
    if (step === undefined || value === undefined) return;
    event.preventDefault();
    setTyped(undefined);
    onValueChange(value + step);
  };
  return (
    <input
      type="text"
      inputMode="decimal"
      aria-label={`${label}, in ${unit}; empty for no limit`}
      placeholder="none"
      value={typed ?? (value === undefined ? '' : formatNumber(value, 2))}
      onFocus={(event) => event.target.select()}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={leave}
      onKeyDown={stepByKey}
      className={`${CONTROL_CLASS} h-6 max-w-13 px-1.5 text-right text-xs`}
    />
  );
}
