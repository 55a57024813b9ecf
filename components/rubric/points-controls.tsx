'use client';

import { AXIS_COLOUR } from '@/components/scores/axis-bars';
import { formatSigned } from '@/components/ui/format';
import { NumberStepper } from '@/components/ui/number-stepper';
import { Slider } from '@/components/ui/slider';
import type { Axis, Criterion } from '@/lib/scoring/types';
import { useRubricEditing } from './editing-context';

/** Points may be typed to the hundredth; keys and sliders go by whole ones. */
const FINEST_POINTS = 0.01;
const MOST_POINTS = 1_000;

/** What a criterion is worth: a slider and a number to type, or a stepper on a phone. */
export function PointsControls({ axis, criterion }: { axis: Axis; criterion: Criterion }) {
  const { edit, livePoints, span } = useRubricEditing();
  const before = livePoints.get(criterion.id);
  const set = (points: number) => edit({ kind: 'points', criterionId: criterion.id, points });
  const stepper = {
    'aria-label': `Points for ${criterion.label}`,
    value: criterion.points,
    min: -MOST_POINTS,
    max: MOST_POINTS,
    finest: FINEST_POINTS,
    signed: true,
    onValueChange: set,
  };
  return (
    <>
      <span className="max-md:hidden">
        <Slider
          label={`Points for ${criterion.label}`}
          value={criterion.points}
          valueText={`${formatSigned(criterion.points, 2)} points`}
          min={-span}
          max={span}
          previous={before === criterion.points ? undefined : before}
          colour={AXIS_COLOUR[axis]}
          onValueChange={set}
        />
      </span>
      <NumberStepper {...stepper} withoutButtons className="max-md:hidden" />
      <NumberStepper {...stepper} className="md:hidden" />
    </>
  );
}
