'use client';

import { useCallback, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { formatCount, formatNumber } from '@/components/ui/format';
import { NumberStepper } from '@/components/ui/number-stepper';
import { Skeleton } from '@/components/ui/skeleton';
import { countFlowAction } from '@/lib/effects/actions';
import { flowAt, thresholdFromCapacity } from '@/lib/effects/threshold-from-capacity';
import type { Flow } from '@/lib/evidence/types';
import type { Rubric } from '@/lib/scoring/types';
import { useAnswer } from './use-answer';

export interface CapacityThresholdProps {
  rubric: Rubric;
  onApply: (minScore: number) => void;
}

const FIRST_CAPACITY = 40;
const MOST_CAPACITY = 10_000;

/** The least score at which no more leads a week come into the best tier than the team can take. */
export function CapacityThreshold({ rubric, onApply }: CapacityThresholdProps) {
  const [capacity, setCapacity] = useState(FIRST_CAPACITY);
  const ask = useCallback(async () => {
    const answer = await countFlowAction({ rubric });
    if (!answer.ok) throw new Error(answer.message);
    return answer.value;
  }, [rubric]);
  const flow = useAnswer(ask);
  const best = rubric.tiers[0];
  return (
    <>
      <Field label={`Leads a week that the team can take as ${best?.name ?? ''}`}>
        {(field) => (
          <NumberStepper
            id={field.id}
            value={capacity}
            min={1}
            max={MOST_CAPACITY}
            onValueChange={setCapacity}
            className="w-32"
          />
        )}
      </Field>
      {flow.kind === 'waiting' ? (
        <div role="status" aria-label="Counting the leads of the last weeks" className="flex flex-col gap-2">
          <Skeleton className="h-4 w-3/4" />
          <Skeleton className="h-4 w-1/2" />
        </div>
      ) : null}
      {flow.kind === 'failed' ? (
        <p role="alert" className="text-bad">
          The last weeks could not be counted. Close this and try again.
        </p>
      ) : null}
      {flow.kind === 'here' ? (
        <Found flow={flow.value} capacity={capacity} rubric={rubric} onApply={onApply} />
      ) : null}
    </>
  );
}

interface FoundProps extends CapacityThresholdProps {
  flow: Flow;
  capacity: number;
}

function Found({ flow, capacity, rubric, onApply }: FoundProps) {
  const best = rubric.tiers[0];
  const found = thresholdFromCapacity(flow, capacity);
  if (!best) return null;
  const now = flowAt(flow, Math.round(best.minScore));
  const average = now.reduce((sum, count) => sum + count, 0) / Math.max(1, now.length);
  return (
    <>
      <p>
        From {formatNumber(best.minScore)}, where {best.name} begins now, {formatNumber(average, 1)} leads a
        week came into it over the last {now.length} weeks (
        {now.map((count) => formatNumber(count)).join(', ')}).
      </p>
      {found ? (
        <div className="flex flex-wrap items-center gap-3">
          <p className="grow">
            From <strong className="font-semibold">{found.minScore}</strong> it would have been{' '}
            {formatNumber(found.perWeek, 1)} a week (
            {found.weeks.map((count) => formatNumber(count)).join(', ')}).
            {found.minScore === 0
              ? ' Every lead with enough fit and intent: fewer come than the team can take.'
              : ''}
          </p>
          <Button
            variant="primary"
            disabled={found.minScore === best.minScore}
            onClick={() => onApply(found.minScore)}
          >
            Begin at {found.minScore}
          </Button>
        </div>
      ) : (
        <p>Even at 100 more leads would come than the team can take. Ask for more fit or intent.</p>
      )}
      <p className="text-xs text-faint">
        {formatCount(flow.active, 'lead')} changed or came in these weeks;{' '}
        {flow.sampled < flow.active
          ? `a random ${formatNumber(flow.sampled)} of them were scored at each such moment, and scaled up.`
          : 'each was scored at every such moment, from what was known then.'}{' '}
        A lead counts once, in the week in which it first gets there.
      </p>
    </>
  );
}
