'use client';

import { NumberStepper } from '@/components/ui/number-stepper';
import { Select } from '@/components/ui/select';
import type {
  EachCriterion,
  InactivityCriterion,
  ThresholdCriterion,
  ThresholdCount,
} from '@/lib/scoring/types';
import { DaysField } from './days-field';
import { DecayCurve } from './decay-curve';
import { DecayFields } from './decay-fields';
import { Line, type IntentFieldsProps } from './intent-fields';
import { LimitField } from './limit-field';

const MOST = 10_000;

const COUNTS: readonly { value: ThresholdCount; label: string }[] = [
  { value: 'events', label: 'events' },
  { value: 'leads', label: 'different people' },
  { value: 'days', label: 'different days' },
];

/** How a criterion counts, by its kind, and how long what it counts is worth something. */
export function CountFields({ criterion, ...rest }: IntentFieldsProps) {
  switch (criterion.kind) {
    case 'each':
      return <EachFields criterion={criterion} {...rest} />;
    case 'threshold':
      return <ThresholdFields criterion={criterion} {...rest} />;
    case 'inactivity':
      return <InactivityFields criterion={criterion} {...rest} />;
  }
}

function EachFields({ criterion, onChange }: IntentFieldsProps<EachCriterion>) {
  const setLimit = (typed: number | undefined) => {
    const next = { ...criterion };
    if (typed === undefined) delete next.limit;
    else next.limit = Math.max(1, Math.round(typed));
    onChange(next, 'limit');
  };
  return (
    <>
      <Line label="Of them">
        the newest
        <LimitField
          label="How many of the newest count"
          unit="events"
          value={criterion.limit}
          onValueChange={setLimit}
        />
        count
      </Line>
      <DecayFields decay={criterion.decay} onChange={(decay) => onChange({ ...criterion, decay }, 'decay')} />
      <DecayCurve criterion={criterion} />
    </>
  );
}

function ThresholdFields({ criterion, onChange }: IntentFieldsProps<ThresholdCriterion>) {
  return (
    <>
      <Line label="At least">
        <NumberStepper
          aria-label="At least"
          value={criterion.atLeast}
          min={1}
          max={MOST}
          onValueChange={(atLeast) => onChange({ ...criterion, atLeast }, 'atLeast')}
          className="w-24"
        />
        <Select
          aria-label="What is counted"
          value={criterion.count}
          options={COUNTS}
          onChange={(event) => {
            const count = COUNTS.find(({ value }) => value === event.target.value)?.value;
            if (count) onChange({ ...criterion, count }, 'count');
          }}
          className="w-auto!"
        />
      </Line>
      <DaysField
        label="Within"
        value={criterion.withinDays}
        presets={[1, 7, 14, 30, 90]}
        onValueChange={(withinDays) => onChange({ ...criterion, withinDays }, 'withinDays')}
      />
      <DecayCurve criterion={criterion} />
    </>
  );
}

function InactivityFields({ criterion, onChange }: IntentFieldsProps<InactivityCriterion>) {
  return (
    <>
      <DaysField
        label="For"
        value={criterion.days}
        presets={[14, 30, 60, 90]}
        onValueChange={(days) => onChange({ ...criterion, days }, 'days')}
      />
      <DecayCurve criterion={criterion} />
    </>
  );
}
