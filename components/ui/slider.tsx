'use client';

import { clsx } from 'clsx';
import { Slider as Radix } from 'radix-ui';
import { placeOnTrack, spanFromZero } from './slider-geometry';

export interface SliderProps {
  /** Read by screen readers: "Points for Requested a demo". */
  label: string;
  value: number;
  min: number;
  max: number;
  step?: number;
  /** While it moves. */
  onValueChange: (value: number) => void;
  /** When it is let go. */
  onValueCommit?: (value: number) => void;
  /** Any CSS colour for the part above zero; below zero it is always red. */
  colour?: string;
  /** A mark where the value was before. */
  previous?: number;
  /** How the value is said: "+40 points". */
  valueText?: string;
  disabled?: boolean;
  className?: string;
}

/** A slider filled from zero to its value; negative in red. */
export function Slider(props: SliderProps) {
  const { value, min, max, step = 1, colour = 'var(--accent)', previous, disabled, className } = props;
  return (
    <Radix.Root
      value={[value]}
      min={min}
      max={max}
      step={step}
      disabled={disabled}
      onValueChange={([next]) => {
        if (next !== undefined) props.onValueChange(next);
      }}
      onValueCommit={([next]) => {
        if (next !== undefined) props.onValueCommit?.(next);
      }}
      className={clsx(
        'relative flex h-6 w-full touch-none items-center',
        disabled && 'opacity-50',
        className,
      )}
    >
      <Radix.Track className="relative h-1 grow rounded-bar bg-text/10">
        {previous === undefined ? null : (
          <span
            style={{ left: `${placeOnTrack(previous, min, max)}%` }}
            className="absolute -top-[3px] h-2.5 w-px bg-line-control"
          />
        )}
        <span
          style={{ ...spanFromZero(value, min, max), background: value < 0 ? 'var(--bad)' : colour }}
          className="absolute inset-y-0 rounded-bar"
        />
      </Radix.Track>
      <Radix.Thumb
        aria-label={props.label}
        aria-valuetext={props.valueText}
        className="block size-3.5 rounded-full border-[1.5px] border-text bg-raise before:absolute before:-inset-1.5 before:content-['']"
      />
    </Radix.Root>
  );
}
