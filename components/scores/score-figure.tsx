import { clsx } from 'clsx';
import { formatNumber } from '@/components/ui/format';
import { AxisBar } from './axis-bars';

export interface ScoreFigureProps {
  /** 0 to 100. */
  score: number;
  label?: string;
  className?: string;
}

/** The score as the largest figure on the screen. */
export function ScoreFigure({ score, label = 'Score', className }: ScoreFigureProps) {
  return (
    <div className={clsx('flex flex-col', className)}>
      <span className="text-xs text-faint">{label}</span>
      <span className="text-3xl font-semibold tracking-[-0.03em]">{formatNumber(score)}</span>
    </div>
  );
}

export interface ScoreSummaryProps {
  /** 0 to 100 each. */
  score: number;
  fit: number;
  intent: number;
  className?: string;
}

/** Score, fit and intent in one line, for panels. */
export function ScoreSummary({ score, fit, intent, className }: ScoreSummaryProps) {
  return (
    <div className={clsx('grid grid-cols-[auto_minmax(0,1fr)_minmax(0,1fr)] items-end gap-4', className)}>
      <ScoreFigure score={score} />
      <AxisBar axis="fit" value={fit} className="pb-1" />
      <AxisBar axis="intent" value={intent} className="pb-1" />
    </div>
  );
}
