import { ChartTable } from '@/components/charts/chart-table';
import { CutHandle } from '@/components/charts/cut-handle';
import { prepareScoreSpread } from '@/components/charts/prepare-score-spread';
import { tierColour } from '@/components/scores/tier-colour';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { formatNumber } from '@/components/ui/format';
import type { LeadEffect } from '@/lib/effects/types';
import type { Rubric } from '@/lib/scoring/types';
import type { SideNames } from './side-names';
import { ThresholdFinder, type ThresholdFinderProps } from './threshold-finder';

export interface SpreadCardProps {
  effect: LeadEffect;
  names: SideNames;
  /** Whose thresholds are drawn. */
  rubric: Rubric;
  /** With it the lines are dragged, and can be looked for. */
  editing?: Pick<ThresholdFinderProps, 'onMinimum' | 'listDeals'>;
}

const SPREAD_TICKS = [0, 25, 50, 75, 100];

/** How leads spread over the scores, under both rubrics, with the lines from which the tiers begin. */
export function SpreadCard({ effect, names, rubric, editing }: SpreadCardProps) {
  const { before, after } = effect;
  const spread = prepareScoreSpread(after.scores, before.scores);
  return (
    <Card>
      <CardHeader
        level={3}
        title="Scores"
        actions={editing ? <ThresholdFinder rubric={rubric} {...editing} /> : null}
      />
      <CardBody>
        <figure aria-label="Leads by score" className="px-2 pt-4">
          <div className="relative h-24 border-b border-line-strong">
            <svg
              aria-hidden
              viewBox="0 0 100 100"
              preserveAspectRatio="none"
              className="absolute inset-0 size-full"
            >
              <path d={spread.bars} fill="var(--density-3)" />
              <path
                d={spread.outline}
                fill="none"
                stroke="var(--line-control)"
                vectorEffect="non-scaling-stroke"
              />
            </svg>
            {rubric.tiers.slice(0, -1).map(({ name, minScore }) => (
              <TierLine key={name} name={name} minScore={minScore} onMinimum={editing?.onMinimum} />
            ))}
          </div>
          <div aria-hidden className="relative mt-1 h-4 text-2xs text-soft">
            {SPREAD_TICKS.map((tick) => (
              <span key={tick} style={{ left: `${tick}%` }} className="absolute -translate-x-1/2">
                {tick}
              </span>
            ))}
          </div>
          <ChartTable
            caption="Leads by score"
            head={['Scores', names.before, names.after]}
            rows={sumTens(before.scores).map((count, ten) => [
              ten === 10 ? '100' : `${ten * 10}–${ten * 10 + 9}`,
              formatNumber(count),
              formatNumber(sumTens(after.scores)[ten] ?? 0),
            ])}
          />
        </figure>
        <p className="mt-1 flex flex-wrap gap-x-3 text-2xs text-faint">
          <span className="flex items-center gap-1">
            <i aria-hidden className="size-2.5 bg-density-3" style={{ background: 'var(--density-3)' }} />
            {names.after}
          </span>
          <span className="flex items-center gap-1">
            <i aria-hidden className="h-px w-3" style={{ background: 'var(--line-control)' }} />
            {names.before}
          </span>
          <span>without the disqualified; heights by square root</span>
        </p>
      </CardBody>
    </Card>
  );
}

interface TierLineProps {
  name: string;
  minScore: number;
  onMinimum?: ThresholdFinderProps['onMinimum'];
}

function TierLine({ name, minScore, onMinimum }: TierLineProps) {
  const text = `${name} ${formatNumber(minScore, 2)}`;
  if (!onMinimum) {
    return (
      <span
        style={{ left: `${minScore}%`, borderColor: tierColour(name), color: tierColour(name) }}
        className="absolute inset-y-0 border-l-2"
      >
        <span className="absolute bottom-full left-0 -translate-x-1/2 text-2xs font-semibold whitespace-nowrap">
          {text}
        </span>
      </span>
    );
  }
  return (
    <CutHandle
      axis="x"
      label={`Score from which ${name} begins`}
      value={minScore}
      colour={tierColour(name)}
      text={text}
      onValueChange={(value) => onMinimum(name, 'minScore', value)}
    />
  );
}

function sumTens(scores: readonly number[]): number[] {
  const tens: number[] = [];
  scores.forEach((count, score) => {
    const ten = Math.floor(score / 10);
    tens[ten] = (tens[ten] ?? 0) + count;
  });
  return tens;
}
