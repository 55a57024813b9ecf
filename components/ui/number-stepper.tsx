'use client';

import { clsx } from 'clsx';
import { Minus, Plus } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import { CONTROL_CLASS } from './control-class';
import { formatNumber, formatSigned } from './format';
import { parseTypedNumber, snapNumber } from './parse-number';

export interface NumberStepperProps {
  value: number;
  onValueChange: (value: number) => void;
  min: number;
  max: number;
  step?: number;
  /** The finest difference that may be typed; one step when absent. */
  finest?: number;
  /** Draws the sign: +40, −15; negative in red. */
  signed?: boolean;
  /** Without the two buttons: arrow keys still step. */
  withoutButtons?: boolean;
  disabled?: boolean;
  name?: string;
  id?: string;
  'aria-label'?: string;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
  className?: string;
}

/** A number to type or to step: arrows by one step, Page keys by ten, Home and End to the limits. */
export function NumberStepper(props: NumberStepperProps) {
  const {
    value,
    min,
    max,
    step = 1,
    finest = step,
    signed = false,
    withoutButtons = false,
    disabled,
    name,
    className,
  } = props;
  const [typed, setTyped] = useState<string>();
  const shown = signed ? formatSigned(value, 6) : formatNumber(value, 6);
  const set = (next: number) => {
    setTyped(undefined);
    props.onValueChange(snapNumber(next, min, max, finest));
  };
  const leave = () => {
    const parsed = typed === undefined ? undefined : parseTypedNumber(typed);
    if (parsed === undefined) setTyped(undefined);
    else set(parsed);
  };
  const stepByKey = (event: KeyboardEvent) => {
    const next = stepTo(event.key, value, { min, max, step });
    if (event.key === 'Enter') leave();
    if (next === undefined) return;
    event.preventDefault();
    set(next);
  };
  return (
    <span className={clsx('inline-flex items-stretch', className)}>
      {withoutButtons ? null : (
        <StepButton label="Less" disabled={disabled || value <= min} onPress={() => set(value - step)} />
      )}
      <input
        type="text"
        inputMode="decimal"
        role="spinbutton"
        aria-valuenow={value}
        aria-valuemin={min}
        aria-valuemax={max}
        aria-valuetext={shown}
        aria-label={props['aria-label']}
        aria-describedby={props['aria-describedby']}
        aria-invalid={props['aria-invalid']}
        id={props.id}
        disabled={disabled}
        value={typed ?? shown}
        onFocus={(event) => event.target.select()}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={leave}
        onKeyDown={stepByKey}
        className={clsx(
          CONTROL_CLASS,
          'h-control px-2 text-right font-strong',
          signed && value < 0 && 'text-bad',
          !withoutButtons && 'rounded-none',
        )}
      />
      {name === undefined ? null : <input type="hidden" name={name} value={value} />}
      {withoutButtons ? null : (
        <StepButton label="More" disabled={disabled || value >= max} onPress={() => set(value + step)} />
      )}
    </span>
  );
}

interface Range {
  min: number;
  max: number;
  step: number;
}

function stepTo(key: string, value: number, { min, max, step }: Range): number | undefined {
  switch (key) {
    case 'ArrowUp':
      return value + step;
    case 'ArrowDown':
      return value - step;
    case 'PageUp':
      return value + step * 10;
    case 'PageDown':
      return value - step * 10;
    case 'Home':
      return min;
    case 'End':
      return max;
    default:
      return undefined;
  }
}

interface StepButtonProps {
  label: 'Less' | 'More';
  disabled?: boolean;
  onPress: () => void;
}

function StepButton({ label, disabled, onPress }: StepButtonProps) {
  const Icon = label === 'Less' ? Minus : Plus;
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-label={label}
      disabled={disabled}
      onClick={onPress}
      className={clsx(
        'grid w-6 shrink-0 place-items-center border border-line-control bg-raise text-soft hover:text-text disabled:opacity-50',
        label === 'Less' ? 'rounded-l border-r-0' : 'rounded-r border-l-0',
      )}
    >
      <Icon size={12} aria-hidden />
    </button>
  );
}
