'use client';

import { SegmentedControl } from '@/components/ui/segmented-control';
import type { Decay } from '@/lib/scoring/types';
import { DaysField } from './days-field';
import { Line } from './intent-fields';

const FIRST_DAYS = 14;

const KINDS: readonly { value: Decay['kind']; label: string; days: string }[] = [
  { value: 'half_life', label: 'Halves', days: 'Every' },
  { value: 'linear', label: 'Falls evenly', days: 'To zero in' },
  { value: 'expire', label: 'Ends', days: 'After' },
  { value: 'none', label: 'Stays', days: '' },
];

export interface DecayFieldsProps {
  decay: Decay;
  onChange: (decay: Decay) => void;
}

/** How what happened loses its worth. */
export function DecayFields({ decay, onChange }: DecayFieldsProps) {
  const days = decay.kind === 'none' ? FIRST_DAYS : decay.days;
  const choose = (value: string) => {
    const kind = KINDS.find((one) => one.value === value)?.value;
    if (kind) onChange(kind === 'none' ? { kind } : { kind, days });
  };
  return (
    <>
      <Line label="Its worth">
        <SegmentedControl
          label="How its worth fades"
          segments={KINDS}
          value={decay.kind}
          onValueChange={choose}
        />
      </Line>
      {decay.kind === 'none' ? null : (
        <DaysField
          label={KINDS.find(({ value }) => value === decay.kind)?.days ?? ''}
          value={decay.days}
          presets={[3, 7, 14, 30, 60, 90]}
          onValueChange={(next) => onChange({ ...decay, days: next })}
        />
      )}
    </>
  );
}
