'use client';

import Link from 'next/link';
import {
  Bar,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  XAxis,
  YAxis,
} from 'recharts';
import { formatPercent } from '../ui/format';
import { ChartTable } from './chart-table';
import { prepareRateBands, type BandCut, type PreparedBand, type RateBandInput } from './prepare-rate-bands';

export interface RateBandChartProps {
  /** What it shows, for screen readers: "Close rate by score". */
  label: string;
  /** Lowest first. */
  bands: readonly RateBandInput[];
  cuts?: readonly BandCut[];
  /** Names of the two lines under the axis: "score", "won". */
  bandName: string;
  countName: string;
  /** Pixels, without the lines under the axis. */
  height?: number;
}

const LEFT = 42;
const RIGHT = 8;

/** A rate with its interval for each band of a scale. */
export function RateBandChart(props: RateBandChartProps) {
  const { label, bandName, countName, height = 200 } = props;
  const { bands, cuts, ticks } = prepareRateBands(props.bands, props.cuts);
  return (
    <figure aria-label={label} className="min-w-0">
      <div aria-hidden style={{ height }}>
        <ResponsiveContainer width="100%" height="100%">
          <ComposedChart
            data={[...bands]}
            margin={{ top: 8, right: RIGHT, bottom: 6, left: 0 }}
            accessibilityLayer={false}
          >
            <CartesianGrid vertical={false} stroke="var(--line)" />
            <XAxis
              type="number"
              dataKey="x"
              domain={[0, bands.length]}
              tick={false}
              height={1}
              axisLine={{ stroke: 'var(--line-strong)' }}
            />
            <YAxis
              domain={[0, ticks.at(-1) ?? 1]}
              ticks={[...ticks]}
              tickFormatter={(tick: number) => (tick === 0 ? '0' : formatPercent(tick, 1))}
              width={LEFT}
              interval={0}
              tick={{ fontSize: 11, fill: 'var(--soft)' }}
              tickLine={false}
              axisLine={false}
            />
            {cuts.map((cut) => (
              <ReferenceLine
                key={cut.label}
                x={cut.x}
                stroke={cut.colour}
                strokeDasharray="2 3"
                label={{
                  value: cut.label,
                  position: 'insideTopRight',
                  fontSize: 11,
                  fill: cut.colour,
                }}
              />
            ))}
            <Line
              dataKey="rate"
              stroke="var(--line-strong)"
              dot={false}
              activeDot={false}
              connectNulls
              isAnimationActive={false}
            />
            <Bar dataKey="interval" barSize={8} shape={<Whisker />} isAnimationActive={false} />
            <Line
              dataKey="rate"
              stroke="none"
              dot={<RateDot />}
              activeDot={false}
              isAnimationActive={false}
            />
          </ComposedChart>
        </ResponsiveContainer>
      </div>
      <BandFoot bands={bands} bandName={bandName} countName={countName} />
      <ChartTable
        caption={label}
        head={['Band', 'Rate', '95 % interval', 'Count']}
        rows={bands.map((band) => [band.rangeText, band.rateText, band.intervalText, band.countText])}
      />
    </figure>
  );
}

interface WhiskerProps {
  /** Given by the chart: the box from the interval's lower to its upper end. */
  x?: number;
  y?: number;
  width?: number;
  height?: number;
  payload?: PreparedBand;
}

function Whisker({ x = 0, y = 0, width = 0, height = 0, payload }: WhiskerProps) {
  if (!payload?.interval) return null;
  const middle = x + width / 2;
  const [top, bottom] = [Math.min(y, y + height), Math.max(y, y + height)];
  return (
    <path
      d={`M${middle} ${top}V${bottom}M${middle - 4} ${top}h8M${middle - 4} ${bottom}h8`}
      stroke={payload.colour}
      strokeWidth={2}
    />
  );
}

interface RateDotProps {
  /** Given by the chart: the middle of the dot. */
  cx?: number;
  cy?: number;
  payload?: PreparedBand;
}

function RateDot({ cx, cy, payload }: RateDotProps) {
  if (payload?.rate === undefined || cx === undefined || cy === undefined) return null;
  return <circle cx={cx} cy={cy} r={4} fill={payload.colour} />;
}

interface BandFootProps {
  bands: readonly PreparedBand[];
  bandName: string;
  countName: string;
}

/** Bands and counts under the axis; each count leads to those counted. */
function BandFoot({ bands, bandName, countName }: BandFootProps) {
  return (
    <div
      style={{
        paddingRight: RIGHT,
        gridTemplateColumns: `${LEFT}px repeat(${bands.length}, minmax(0, 1fr))`,
      }}
      className="grid pt-1 text-center text-[11px]/[14px] text-soft"
    >
      <span aria-hidden className="pr-1.5 text-right text-faint">
        {bandName}
      </span>
      {bands.map((band) => (
        <span key={band.key} aria-hidden className="whitespace-nowrap">
          {band.rangeText}
        </span>
      ))}
      <span aria-hidden className="pt-1.5 pr-1.5 text-right text-faint">
        {countName}
      </span>
      {bands.map((band) =>
        band.href ? (
          <Link
            key={band.key}
            href={band.href}
            aria-label={`${bandName} ${band.rangeText}: ${countName} ${band.countText}`}
            className="inline-block min-h-6 pt-1.5 underline-offset-2 hover:underline"
          >
            <Count text={band.countText} />
          </Link>
        ) : (
          <span key={band.key} aria-hidden className="min-h-6 pt-1.5">
            <Count text={band.countText} />
          </span>
        ),
      )}
    </div>
  );
}

/** "39/103", in two lines where a band is narrow. */
function Count({ text }: { text: string }) {
  const [hits, total] = text.split('/');
  return (
    <>
      {hits}/<wbr />
      {total}
    </>
  );
}
