import { AXIS_COLOUR } from '@/components/scores/axis-bars';
import { formatNumber, formatSigned } from '@/components/ui/format';
import { Sparkline } from '@/components/ui/sparkline';
import type { IntentCriterion } from '@/lib/scoring/types';
import { horizonOf, sampleWorth } from './criterion-words';

const WIDTH = 280;
const HEIGHT = 56;

/** What one event is worth from the day it happens on, drawn over as many days as show its shape. */
export function DecayCurve({ criterion }: { criterion: IntentCriterion }) {
  const horizon = horizonOf(criterion);
  const values = sampleWorth(criterion, horizon) ?? [];
  const from = criterion.kind === 'inactivity' ? 'since the last event' : 'since it happened';
  return (
    <figure className="w-fit max-w-full">
      <div className="flex items-stretch gap-1.5 text-xs text-faint">
        <span className="flex w-12 flex-col justify-between text-right leading-none">
          <span>{formatSigned(criterion.points, 2)}</span>
          <span>0</span>
        </span>
        <span className="min-w-0 border-b border-l border-line-strong">
          <Sparkline
            values={values}
            width={WIDTH}
            height={HEIGHT}
            min={0}
            max={1}
            colour={AXIS_COLOUR.intent}
            label={`What it is worth over ${formatNumber(horizon)} days`}
            className="max-w-full"
          />
        </span>
      </div>
      <figcaption className="flex justify-between pt-0.5 pl-13.5 text-xs text-faint">
        <span>today</span>
        <span>
          {formatNumber(horizon)} days {from}
        </span>
      </figcaption>
    </figure>
  );
}
