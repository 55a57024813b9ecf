'use client';

import { useCallback, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { formatCount, formatNumber, formatPercent, formatPercentRange } from '@/components/ui/format';
import { NumberStepper } from '@/components/ui/number-stepper';
import { Skeleton } from '@/components/ui/skeleton';
import type { CloseRate } from '@/lib/calibration/close-rate';
import {
  thresholdFromHistory,
  wonScoreAt,
  type HistoryThreshold as Threshold,
} from '@/lib/effects/threshold-from-history';
import type { ScoredDeal } from '@/lib/effects/types';
import type { Rubric } from '@/lib/scoring/types';
import { useAnswer } from './use-answer';

export interface HistoryThresholdProps {
  rubric: Rubric;
  listDeals: (rubric: Rubric) => Promise<ScoredDeal[]>;
  onApply: (minScore: number) => void;
}

const FIRST_TIMES = 3;

/** The lowest score from which the best tier would have closed so many times as well as the rest. */
export function HistoryThreshold({ rubric, listDeals, onApply }: HistoryThresholdProps) {
  const [times, setTimes] = useState(FIRST_TIMES);
  const ask = useCallback(() => listDeals(rubric), [listDeals, rubric]);
  const deals = useAnswer(ask);
  const best = rubric.tiers[0]?.name ?? '';
  return (
    <>
      <Field label={`${best} closes at least so many times as well as the rest`}>
        {(field) => (
          <NumberStepper
            id={field.id}
            value={times}
            min={1.1}
            max={20}
            step={0.5}
            finest={0.1}
            onValueChange={setTimes}
            className="w-32"
          />
        )}
      </Field>
      {deals.kind === 'waiting' ? <Skeleton className="h-4 w-3/4" /> : null}
      {deals.kind === 'failed' ? (
        <p role="alert" className="text-bad">
          The closed deals could not be measured. Close this and try again.
        </p>
      ) : null}
      {deals.kind === 'here' ? (
        <Found deals={deals.value} times={times} rubric={rubric} onApply={onApply} />
      ) : null}
    </>
  );
}

interface FoundProps extends Pick<HistoryThresholdProps, 'rubric' | 'onApply'> {
  deals: readonly ScoredDeal[];
  times: number;
}

function Found({ deals, times, rubric, onApply }: FoundProps) {
  const answer = thresholdFromHistory(deals, times);
  const best = rubric.tiers[0];
  if (!best) return null;
  if (answer.kind === 'too_few') {
    return (
      <p>
        Too few deals to say: {formatCount(answer.closed, 'closed deal')} and {formatNumber(answer.won)} won,
        of {answer.wanted.closed} and {answer.wanted.won} that are needed. Set it by what the team can take.
      </p>
    );
  }
  const quartiles = [0.25, 0.5, 0.75].map((share) => wonScoreAt(deals, share));
  return (
    <>
      {answer.kind === 'found' ? (
        <div className="flex flex-wrap items-center gap-3">
          <p className="grow">
            From <strong className="font-semibold">{answer.threshold.minScore}</strong>:{' '}
            {sayThreshold(answer.threshold, best.name)}
          </p>
          <Button
            variant="primary"
            disabled={answer.threshold.minScore === best.minScore}
            onClick={() => onApply(answer.threshold.minScore)}
          >
            Begin at {answer.threshold.minScore}
          </Button>
        </div>
      ) : (
        <p>
          No score parts the deals that clearly, by chance excluded.{' '}
          {answer.nearest
            ? `The nearest is from ${answer.nearest.minScore}: ${sayThreshold(answer.nearest, best.name)}`
            : 'Too few deals stand on one side of every score.'}
        </p>
      )}
      <p className="text-xs text-faint">
        {formatCount(deals.length, 'closed deal')}, by what the draft would have scored their leads when they
        were first engaged. Won ones scored {quartiles[1]} in the middle, half of them {quartiles[0]} to{' '}
        {quartiles[2]}. The lowest of many scores that were tried flatters itself: watch the reports
        afterwards.
      </p>
    </>
  );
}

function sayThreshold({ best, rest, lift }: Threshold, name: string): string {
  const ratio = lift.ratio === null || lift.ratio === Infinity ? 'many' : formatNumber(lift.ratio, 1);
  const high = lift.interval.high === Infinity ? '∞' : formatNumber(lift.interval.high, 1);
  const range = `${formatNumber(lift.interval.low, 1)}–${high}`;
  return `${name} would have closed ${sayRate(best)}, the rest ${sayRate(rest)}: ${ratio} times as well (${range}).`;
}

function sayRate({ rate, interval, won, closed }: CloseRate): string {
  const share =
    rate === null || interval === null
      ? ''
      : `${formatPercent(rate)} (${formatPercentRange(interval.low, interval.high)}), `;
  return `${share}${won} of ${closed}`;
}
