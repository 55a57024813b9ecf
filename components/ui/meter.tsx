import { clsx } from 'clsx';
import { placeOnTrack } from './slider-geometry';

export interface MeterProps {
  value: number;
  /** Default 100. */
  max?: number;
  /** Any CSS colour. */
  colour?: string;
  /** Read with the value; leave out where the figure stands beside the bar. */
  label?: string;
  className?: string;
}

/** A small bar, 4 px: how much of the whole. */
export function Meter({ value, max = 100, colour = 'var(--soft)', label, className }: MeterProps) {
  const meaning = label
    ? { role: 'meter', 'aria-label': label, 'aria-valuenow': value, 'aria-valuemin': 0, 'aria-valuemax': max }
    : { 'aria-hidden': true };
  return (
    <span {...meaning} className={clsx('block h-1 overflow-hidden rounded-bar bg-text/8', className)}>
      <span
        style={{ width: `${placeOnTrack(value, 0, max)}%`, background: colour }}
        className="block h-full rounded-bar"
      />
    </span>
  );
}
