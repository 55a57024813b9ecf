import { clsx } from 'clsx';
import { drawSparkline } from './draw-sparkline';

export interface SparklineProps {
  /** Values at even distances; at least two. */
  values: readonly number[];
  /** Pixels. */
  width?: number;
  height?: number;
  /** Ends of the scale; by default those of the values, with zero. */
  min?: number;
  max?: number;
  /** Any CSS colour. */
  colour?: string;
  /** What it shows, for screen readers; without it the line is decoration beside a figure. */
  label?: string;
  className?: string;
}

/** A line the height of a word. */
export function Sparkline(props: SparklineProps) {
  const { values, width = 64, height = 18, min, max, colour = 'var(--soft)', label, className } = props;
  const path = drawSparkline(values, { width, height, min, max });
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
      className={clsx('inline-block shrink-0 overflow-visible align-middle', className)}
    >
      <path d={path} fill="none" stroke={colour} strokeWidth={1.25} strokeLinejoin="round" />
    </svg>
  );
}
