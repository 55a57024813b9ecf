'use client';

import { Button } from '@/components/ui/button';
import { formatNumber } from '@/components/ui/format';
import { NumberStepper } from '@/components/ui/number-stepper';
import { Line } from './intent-fields';

/** Days may be typed to the hundredth: a quarter of an hour. */
const FINEST_DAYS = 0.01;
const MOST_DAYS = 3_650;

export interface DaysFieldProps {
  label: string;
  value: number;
  /** Days that people often choose. */
  presets: readonly number[];
  onValueChange: (days: number) => void;
}

/** A number of days: to step, to type, or one of those that people often choose. */
export function DaysField({ label, value, presets, onValueChange }: DaysFieldProps) {
  return (
    <Line label={label}>
      <NumberStepper
        aria-label={`${label}, in days`}
        value={value}
        min={FINEST_DAYS}
        max={MOST_DAYS}
        finest={FINEST_DAYS}
        onValueChange={onValueChange}
        className="w-24"
      />
      days
      <span className="flex gap-1">
        {presets.map((days) => (
          <Button
            key={days}
            size="sm"
            variant="quiet"
            aria-pressed={days === value}
            aria-label={`${formatNumber(days)} days`}
            onClick={() => onValueChange(days)}
            className={days === value ? 'bg-accent-soft text-accent' : undefined}
          >
            {formatNumber(days)}
          </Button>
        ))}
      </span>
    </Line>
  );
}
