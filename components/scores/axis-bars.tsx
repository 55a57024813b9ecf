import { clsx } from 'clsx';
import { formatNumber } from '@/components/ui/format';
import { Meter } from '@/components/ui/meter';
import type { Axis } from '@/lib/scoring/types';

export const AXIS_NAME: Record<Axis, string> = { fit: 'Fit', intent: 'Intent' };
export const AXIS_COLOUR: Record<Axis, string> = { fit: 'var(--fit)', intent: 'var(--intent)' };

export interface AxisBarProps {
  axis: Axis;
  /** 0 to 100. */
  value: number;
  className?: string;
}

/** One axis with its name, figure and bar, for panels and heads of pages. */
export function AxisBar({ axis, value, className }: AxisBarProps) {
  return (
    <div className={clsx('flex min-w-0 flex-col gap-1', className)}>
      <div className="flex items-baseline justify-between gap-2">
        <span className="text-xs text-soft">{AXIS_NAME[axis]}</span>
        <span className="font-strong">{formatNumber(value)}</span>
      </div>
      <Meter value={value} colour={AXIS_COLOUR[axis]} />
    </div>
  );
}

export interface AxisPairProps {
  /** 0 to 100 each. */
  fit: number;
  intent: number;
  className?: string;
}

/** Fit over intent as two small bars with their figures, for rows of a list. */
export function AxisPair({ fit, intent, className }: AxisPairProps) {
  const axes = [
    ['fit', fit],
    ['intent', intent],
  ] as const;
  return (
    <span
      className={clsx(
        'inline-grid grid-cols-[20px_56px] items-center align-middle gap-x-1.5 gap-y-0.5 text-left text-2xs',
        className,
      )}
    >
      {axes.map(([axis, value]) => (
        <span key={axis} className="contents">
          <span className="text-faint">
            <span className="sr-only">{AXIS_NAME[axis]} </span>
            {formatNumber(value)}
          </span>
          <Meter value={value} colour={AXIS_COLOUR[axis]} />
        </span>
      ))}
    </span>
  );
}
