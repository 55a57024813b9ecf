'use client';

import {
  CartesianGrid,
  Line,
  LineChart,
  ReferenceDot,
  ReferenceLine,
  ResponsiveContainer,
  XAxis,
  YAxis,
} from 'recharts';
import { ChartTable } from './chart-table';
import {
  placeWords,
  prepareGains,
  type GainsInput,
  type GainsMarkInput,
  type PreparedGains,
  type PreparedGainsMark,
} from './prepare-gains';

export interface GainsChartProps {
  /** What it shows, for screen readers: "Gains". */
  label: string;
  /** From (0, 0) to (1, 1), best first. */
  curve: readonly GainsInput[];
  marks: readonly GainsMarkInput[];
  /** What the shares are of: "deals". */
  unit: string;
  /** Pixels. */
  height?: number;
}

/** Of the percentages on the left, in pixels. */
const AXIS_WIDTH = 42;

/** What is not plot above and below: margins, and the shares under it. */
const FRAME_HEIGHT = 54;

const GAP = 9;
const CHARACTER_WIDTH = 6;

const TICK = { fontSize: 11, fill: 'var(--soft)' };

/** Wins found by taking the best first; the dashed line is chance. */
export function GainsChart({ label, curve, marks, unit, height = 232 }: GainsChartProps) {
  const gains = prepareGains(curve, marks, unit);
  const percent = (value: number) => (value === 100 ? '100\u00a0%' : String(value));
  return (
    <figure aria-label={label} className="min-w-0">
      <div aria-hidden style={{ height }}>
        <ResponsiveContainer width="100%" height="100%">
          <LineChart
            data={[...gains.points]}
            margin={{ top: 8, right: 12, bottom: 16, left: 0 }}
            accessibilityLayer={false}
          >
            <CartesianGrid vertical={false} stroke="var(--line)" />
            <XAxis
              type="number"
              dataKey="x"
              domain={[0, 100]}
              ticks={[0, 50, 100]}
              tickFormatter={percent}
              tick={TICK}
              tickLine={false}
              axisLine={{ stroke: 'var(--line-strong)' }}
              label={{ value: `share of ${unit}`, position: 'bottom', offset: 0, ...TICK }}
            />
            <YAxis
              domain={[0, 100]}
              ticks={[0, 25, 50, 75, 100]}
              tickFormatter={percent}
              width={AXIS_WIDTH}
              tick={TICK}
              tickLine={false}
              axisLine={false}
            />
            <ReferenceLine
              segment={[
                { x: 0, y: 0 },
                { x: 100, y: 100 },
              ]}
              stroke="var(--line-control)"
              strokeDasharray="3 3"
            />
            <Line
              dataKey="y"
              stroke="var(--text)"
              strokeWidth={2}
              dot={false}
              activeDot={false}
              isAnimationActive={false}
            />
            {gains.marks.map((mark) => (
              <ReferenceDot
                key={mark.key}
                x={mark.x}
                y={mark.y}
                r={4}
                shape={<Mark mark={mark} points={gains.points} height={height} />}
              />
            ))}
          </LineChart>
        </ResponsiveContainer>
      </div>
      <ChartTable caption={label} head={[`Share of ${unit}`, 'Share of wins']} rows={gains.table} />
    </figure>
  );
}

interface MarkProps {
  mark: PreparedGainsMark;
  points: PreparedGains['points'];
  /** Of the chart, in pixels. */
  height: number;
  /** Given by the chart: the middle of the mark. */
  cx?: number;
  cy?: number;
}

function Mark({ mark, points, height, cx = 0, cy = 0 }: MarkProps) {
  const plot = { width: ((cx - AXIS_WIDTH) * 100) / mark.x, height: height - FRAME_HEIGHT };
  const words = GAP + mark.text.length * CHARACTER_WIDTH;
  const { atEnd, top } = placeWords(mark, points, (words / plot.width) * 100);
  const y = cy + ((mark.y - top) / 100) * plot.height;
  const text = {
    x: atEnd ? AXIS_WIDTH + plot.width : cx + GAP,
    textAnchor: atEnd ? 'end' : 'start',
    fontSize: 11,
    stroke: 'var(--raise)',
    strokeWidth: 4,
    strokeLinejoin: 'round',
    paintOrder: 'stroke',
    // Paper has nothing to part the words from, and some viewers draw the outline over them.
    className: 'print:[stroke:none]',
  } as const;
  return (
    <g>
      <text {...text} y={y + 16} fill="var(--text)" fontWeight={550}>
        {mark.text}
      </text>
      <text {...text} y={y + 30} fill="var(--soft)">
        {mark.detail}
      </text>
      <circle cx={cx} cy={cy} r={4} fill="var(--raise)" stroke={mark.colour} strokeWidth={2} />
    </g>
  );
}
