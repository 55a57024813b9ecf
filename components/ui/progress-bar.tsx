import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { formatNumber, formatPercent } from './format';
import { formatSpan } from './format-time';

export interface ProgressBarProps {
  /** What is being done: "Importing leads.csv". */
  label: string;
  done: number;
  /** Leave out while it is not known. */
  total?: number;
  /** What is counted: "rows". */
  unit?: string;
  /** Units a second, once it is known. */
  rate?: number;
  /** Milliseconds until the end, once it is known. */
  remaining?: number;
  /** Quiet words below: that one may leave. */
  children?: ReactNode;
  className?: string;
}

/** Long work: how far, how fast, and when it ends. */
export function ProgressBar(props: ProgressBarProps) {
  const { label, done, total, unit = '', rate, remaining, children, className } = props;
  const share = total ? Math.min(1, done / total) : undefined;
  const figures = [
    `${formatNumber(done)}${total === undefined ? '' : ` of ${formatNumber(total)}`} ${unit}`.trim(),
    rate === undefined ? '' : `${formatNumber(rate)} ${unit} a second`.replace('  ', ' '),
    remaining === undefined
      ? ''
      : remaining < 60_000
        ? 'less than a minute left'
        : `${formatSpan(remaining)} left`,
  ].filter(Boolean);
  return (
    <div className={clsx('flex min-w-0 flex-col gap-1', className)}>
      <div className="flex items-baseline justify-between gap-2">
        <span className="truncate font-medium">{label}</span>
        {share === undefined ? null : <span>{formatPercent(share)}</span>}
      </div>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={total ?? undefined}
        aria-valuenow={share === undefined ? undefined : done}
        aria-valuetext={figures.join(', ')}
        className="h-1.5 overflow-hidden rounded-bar bg-text/8"
      >
        <div
          style={{ width: share === undefined ? '33%' : `${share * 100}%` }}
          className={clsx('h-full rounded-bar bg-accent', share === undefined && 'animate-pulse')}
        />
      </div>
      <div className="text-xs text-soft">{figures.join(' · ')}</div>
      {children ? <div className="text-xs text-soft">{children}</div> : null}
    </div>
  );
}
