import { ItemFlags } from '@/components/flags/item-flags';
import { AXIS_COLOUR } from '@/components/scores/axis-bars';
import { SignedPoints } from '@/components/scores/signed-points';
import { Sparkline } from '@/components/ui/sparkline';
import type { CriterionFigures } from '@/lib/effects/types';
import type { Labels } from '@/lib/scoring/describe';
import type { Axis, Criterion } from '@/lib/scoring/types';
import { CriterionFiguresCell } from './criterion-figures';
import { describeInSentences, sampleWorth } from './criterion-words';

export interface CriterionRowProps {
  axis: Axis;
  criterion: Criterion;
  labels: Labels;
  figures: Promise<readonly CriterionFigures[]>;
}

/** One criterion: what it asks in words, what it is worth, how it fades, whom it touches. */
export function CriterionRow({ axis, criterion, labels, figures }: CriterionRowProps) {
  const worth = sampleWorth(criterion);
  const words = describeInSentences(criterion, labels);
  return (
    <li
      id={`criterion-${criterion.id}`}
      className="grid min-h-11 scroll-mt-16 grid-cols-[minmax(0,1fr)_48px_52px] items-center gap-x-2.5 border-t border-line px-4 py-1.5 target:bg-accent-soft max-md:px-3 md:grid-cols-[minmax(0,1fr)_64px_44px_52px]"
    >
      <div className="flex min-w-0 flex-col leading-4">
        <span className="font-strong">
          {criterion.label}
          <ItemFlags kind="criterion" itemId={criterion.id} label={criterion.label} />
        </span>
        <span title={words} className="text-xs text-faint">
          {words}
        </span>
      </div>
      <SignedPoints points={criterion.points} className="text-right" />
      <span className="max-md:hidden">
        {worth ? (
          <Sparkline values={worth} width={44} height={14} min={0} max={1} colour={AXIS_COLOUR[axis]} />
        ) : null}
      </span>
      <CriterionFiguresCell criterionId={criterion.id} figures={figures} />
    </li>
  );
}
