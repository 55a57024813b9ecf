'use client';

import {
  CartesianGrid,
  Line,
  LineChart,
  ReferenceArea,
  ReferenceDot,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { useTimeZone } from '../ui/clock';
import { formatInstant } from '../ui/format-time';
import { ChartTable } from './chart-table';
import { prepareScoreHistory, type HistoryCause, type ScoreHistoryInput } from './prepare-score-history';

export interface ScoreHistoryChartProps extends Omit<ScoreHistoryInput, 'timeZone'> {
  /** Pixels. */
  height?: number;
  /** The numbered causes below the chart. */
  withCauses?: boolean;
  className?: string;
}

const AXES = [
  { key: 'fit', name: 'Fit', colour: 'var(--fit)', width: 1.25 },
  { key: 'intent', name: 'Intent', colour: 'var(--intent)', width: 1.25 },
  { key: 'score', name: 'Score', colour: 'var(--text)', width: 1.75 },
] as const;

const TICK = { fontSize: 11, fill: 'var(--soft)' };

/** Fit, intent and score as steps over time, with what caused each; dashed from now on. */
export function ScoreHistoryChart({
  height = 236,
  withCauses = true,
  className,
  ...input
}: ScoreHistoryChartProps) {
  const timeZone = useTimeZone();
  const history = prepareScoreHistory({ ...input, timeZone });
  const [from, to] = history.domain;
  return (
    <figure aria-label="Score over time" className={className}>
      <Legend withFuture={to > history.now} />
      <div aria-hidden style={{ height }} className="mt-2">
        <ResponsiveContainer width="100%" height="100%">
          <LineChart
            data={[...history.rows]}
            margin={{ top: 10, right: 12, bottom: 0, left: 0 }}
            accessibilityLayer={false}
          >
            <CartesianGrid vertical={false} stroke="var(--line)" />
            <XAxis
              type="number"
              dataKey="at"
              domain={[from, to]}
              ticks={[...history.ticks]}
              tickFormatter={history.tickText}
              tick={TICK}
              tickLine={false}
              axisLine={{ stroke: 'var(--line-strong)' }}
            />
            <YAxis
              domain={[0, 100]}
              ticks={[0, 25, 50, 75, 100]}
              width={30}
              tick={TICK}
              tickLine={false}
              axisLine={false}
            />
            {to > history.now ? (
              <ReferenceArea x1={history.now} x2={to} fill="var(--sunk)" fillOpacity={1} stroke="none" />
            ) : null}
            {history.lines.map((line) => (
              <ReferenceLine
                key={line.label}
                y={line.value}
                stroke={line.colour}
                strokeDasharray="2 3"
                label={{
                  value: line.label,
                  position: 'insideBottomLeft',
                  fontSize: 11,
                  fontWeight: 600,
                  fill: line.colour,
                }}
              />
            ))}
            {AXES.flatMap((axis) => [
              <Line
                key={axis.key}
                type="stepAfter"
                dataKey={axis.key}
                name={axis.name}
                stroke={axis.colour}
                strokeWidth={axis.width}
                dot={false}
                isAnimationActive={false}
              />,
              <Line
                key={`${axis.key} next`}
                type="stepAfter"
                dataKey={`${axis.key}Next`}
                name={`${axis.name}, if nothing new happens`}
                stroke={axis.colour}
                strokeWidth={axis.width}
                strokeDasharray="3 2.5"
                dot={false}
                isAnimationActive={false}
              />,
            ])}
            {history.causes.map((cause) => (
              <ReferenceDot
                key={cause.number}
                x={cause.at}
                y={cause.score}
                r={8}
                shape={<CausePin cause={cause} />}
              />
            ))}
            <Tooltip
              isAnimationActive={false}
              labelFormatter={(at) => formatInstant(Number(at), 'exact', timeZone)}
              contentStyle={{
                background: 'var(--raise)',
                border: '1px solid var(--line-strong)',
                borderRadius: 6,
                fontSize: 12,
                padding: '7px 10px',
              }}
              itemStyle={{ padding: 0 }}
            />
          </LineChart>
        </ResponsiveContainer>
      </div>
      {withCauses ? <CauseList causes={history.causes} /> : null}
      <ChartTable
        caption="Score over time"
        head={['From', 'Fit', 'Intent', 'Score', 'Cause']}
        rows={[...input.points, ...(input.projected ?? [])].map((point) => [
          formatInstant(point.at, 'exact', timeZone),
          String(point.fit),
          String(point.intent),
          String(point.score),
          point.cause ?? '',
        ])}
      />
    </figure>
  );
}

function pinColour(axis: HistoryCause['axis']): string {
  return axis ? `var(--${axis})` : 'var(--soft)';
}

interface CausePinProps {
  cause: HistoryCause;
  /** Given by the chart: the middle of the mark. */
  cx?: number;
  cy?: number;
}

function CausePin({ cause, cx = 0, cy = 0 }: CausePinProps) {
  return (
    <g>
      <circle cx={cx} cy={cy} r={8} fill={pinColour(cause.axis)} stroke="var(--bg)" strokeWidth={1.5} />
      <text x={cx} y={cy + 3.5} textAnchor="middle" fontSize={10} fontWeight={650} fill="var(--bg)">
        {cause.number}
      </text>
    </g>
  );
}

function CauseList({ causes }: { causes: readonly HistoryCause[] }) {
  return (
    <ol className="mt-2 grid gap-x-6 gap-y-0.5 text-xs sm:grid-cols-2">
      {causes.map((cause) => (
        <li key={cause.number} className="grid grid-cols-[18px_minmax(0,1fr)] gap-1.5 py-0.5 leading-[18px]">
          <span
            aria-hidden
            style={{ background: pinColour(cause.axis) }}
            className="grid size-4 place-items-center rounded-full text-[10px] leading-none font-bold text-bg"
          >
            {cause.number}
          </span>
          <span>
            {cause.label} <span className="whitespace-nowrap text-faint">{cause.day}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}

function Legend({ withFuture }: { withFuture: boolean }) {
  return (
    <div className="flex flex-wrap gap-x-3.5 text-xs text-soft">
      {AXES.map((axis) => (
        <LegendEntry key={axis.key} colour={axis.colour}>
          {axis.name}
        </LegendEntry>
      ))}
      {withFuture ? (
        <LegendEntry colour="currentColor" dashed>
          if nothing new happens
        </LegendEntry>
      ) : null}
    </div>
  );
}

interface LegendEntryProps {
  colour: string;
  dashed?: boolean;
  children: string;
}

function LegendEntry({ colour, dashed = false, children }: LegendEntryProps) {
  return (
    <span className="flex items-center gap-1.5">
      <svg width="16" height="4" aria-hidden>
        <path d="M0 2H16" stroke={colour} strokeWidth="1.5" strokeDasharray={dashed ? '3 2.5' : undefined} />
      </svg>
      {children}
    </span>
  );
}
