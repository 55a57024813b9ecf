import { clsx } from 'clsx';
import { formatSigned } from '@/components/ui/format';
import type { Axis } from '@/lib/scoring/types';

export interface SignedPointsProps {
  /** Points, shown with their sign and at most one decimal. */
  points: number;
  /** Colours the figure as a sum of this axis. */
  axis?: Axis;
  /** Quiet: for a figure that is not the present one. */
  soft?: boolean;
  className?: string;
}

/** Points with their sign: +39.8, −4.9; negative in red. */
export function SignedPoints({ points, axis, soft = false, className }: SignedPointsProps) {
  const negative = points < 0;
  return (
    <span
      className={clsx(
        'whitespace-nowrap',
        !soft && 'font-strong',
        axis === 'fit' && 'text-fit',
        axis === 'intent' && 'text-intent',
        !axis && (negative ? 'text-bad' : soft && 'text-soft'),
        className,
      )}
    >
      {formatSigned(points)}
    </span>
  );
}
