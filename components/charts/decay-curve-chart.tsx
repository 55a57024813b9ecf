import { prepareDecayCurve } from './prepare-decay-curve';

export interface DecayCurveChartProps {
  /** Worth from today on, 0 to 1, at even distances over the horizon; one a day does. */
  values: readonly number[];
  /** Days (default 30). */
  horizonDays?: number;
  /** Day of the dashed mark (default 7). */
  markDay?: number;
  /** Any CSS colour. */
  colour?: string;
  /** What it shows, for screen readers; leave out where words beside it say the same. */
  label?: string;
  width?: number;
  height?: number;
}

/** How a contribution will lose its worth, the height of a row. */
export function DecayCurveChart(props: DecayCurveChartProps) {
  const {
    values,
    horizonDays = 30,
    markDay = 7,
    colour = 'var(--intent)',
    label,
    width = 64,
    height = 18,
  } = props;
  const curve = prepareDecayCurve({ values, horizonDays, markDay, width, height });
  return (
    <svg
      width={width + 6}
      height={height}
      viewBox={`-3 0 ${width + 6} ${height}`}
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
      className="inline-block shrink-0 align-middle"
    >
      <path d={`M0 ${curve.baseY}H${width}`} stroke="var(--line)" />
      {curve.markX === undefined ? null : (
        <path d={`M${curve.markX} 1V${height - 1}`} stroke="var(--line-strong)" strokeDasharray="2 2" />
      )}
      <path d={curve.path} fill="none" stroke={colour} strokeWidth={1.25} strokeLinejoin="round" />
      <circle cx={curve.start.x} cy={curve.start.y} r={2.25} fill={colour} />
    </svg>
  );
}
