import { clsx } from 'clsx';
import { CriterionFlags } from '@/components/flags/criterion-flags';
import { AXIS_COLOUR } from '@/components/scores/axis-bars';
import { SignedPoints } from '@/components/scores/signed-points';
import { formatSigned } from '@/components/ui/format';
import { NumberStepper } from '@/components/ui/number-stepper';
import { Slider } from '@/components/ui/slider';
import { Sparkline } from '@/components/ui/sparkline';
import type { CriterionFigures } from '@/lib/effects/types';
import type { Labels } from '@/lib/scoring/describe';
import type { Axis, Criterion } from '@/lib/scoring/types';
import { CriterionFiguresCell } from './criterion-figures';
import { describeCriterion, describeInSentences, sampleWorth } from './criterion-words';

/** Points may be typed to the hundredth; keys and sliders go by whole ones. */
const FINEST_POINTS = 0.01;
const MOST_POINTS = 1_000;

export interface PointsEditing {
  /** Points in the live rubric; undefined when it has no such criterion. */
  livePoints: number | undefined;
  /** How far the slider reaches on either side of zero. */
  span: number;
  onPoints: (criterionId: string, points: number) => void;
}

export interface CriterionRowProps {
  axis: Axis;
  criterion: Criterion;
  labels: Labels;
  figures: Promise<readonly CriterionFigures[]>;
  /** Without it the row is for reading. */
  editing?: PointsEditing;
}

/** One criterion: what it asks in words, what it is worth, how it fades, whom it touches. */
export function CriterionRow({ axis, criterion, labels, figures, editing }: CriterionRowProps) {
  const changed = editing?.livePoints !== undefined && editing.livePoints !== criterion.points;
  const worth = sampleWorth(criterion);
  const words = (editing ? describeCriterion : describeInSentences)(criterion, labels);
  return (
    <li
      id={`criterion-${criterion.id}`}
      className={clsx(
        'grid min-h-11 scroll-mt-16 target:bg-accent-soft items-center gap-x-2.5 border-t border-line px-4 py-1.5 max-md:px-3',
        editing
          ? 'grid-cols-[minmax(0,1fr)_104px] md:grid-cols-[minmax(0,1fr)_132px_64px_44px_52px]'
          : 'grid-cols-[minmax(0,1fr)_48px_52px] md:grid-cols-[minmax(0,1fr)_64px_44px_52px]',
        changed && 'bg-accent-soft shadow-[inset_2px_0_var(--accent)]',
      )}
    >
      <div className="flex min-w-0 flex-col leading-4">
        <span className="font-strong">
          {criterion.label}
          {changed ? (
            <span className="ml-1.5 text-xs font-normal whitespace-nowrap text-accent">
              was {formatSigned(editing.livePoints ?? 0, 2)}
            </span>
          ) : null}
          <CriterionFlags criterionId={criterion.id} label={criterion.label} />
        </span>
        <span title={words} className={clsx('text-xs text-faint', editing && 'line-clamp-2 md:line-clamp-1')}>
          {words}
        </span>
      </div>
      {editing ? (
        <PointsControls axis={axis} criterion={criterion} editing={editing} />
      ) : (
        <SignedPoints points={criterion.points} className="text-right" />
      )}
      <span className="max-md:hidden">
        {worth ? (
          <Sparkline values={worth} width={44} height={14} min={0} max={1} colour={AXIS_COLOUR[axis]} />
        ) : null}
      </span>
      <span className={clsx(editing && 'max-md:hidden')}>
        <CriterionFiguresCell criterionId={criterion.id} figures={figures} />
      </span>
    </li>
  );
}

function PointsControls({
  axis,
  criterion,
  editing,
}: Required<Pick<CriterionRowProps, 'axis' | 'criterion' | 'editing'>>) {
  const { livePoints, span, onPoints } = editing;
  const set = (points: number) => onPoints(criterion.id, points);
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
          previous={livePoints === criterion.points ? undefined : livePoints}
          colour={AXIS_COLOUR[axis]}
          onValueChange={set}
        />
      </span>
      <NumberStepper {...stepper} withoutButtons className="max-md:hidden" />
      <NumberStepper {...stepper} className="md:hidden" />
    </>
  );
}
