import type { ReactNode } from 'react';
import { ChartTable } from './chart-table';
import { prepareIntervalBars, type IntervalInput, type PreparedInterval } from './prepare-interval-bars';

type Rate = Pick<IntervalInput, 'hits' | 'total' | 'rate' | 'low' | 'high'>;

/** The same rate of two sides. */
export interface PairedRow {
  key: string;
  /** Any CSS colour, of the second side; the first is grey. */
  colour: string;
  before: Rate;
  after: Rate;
}

export interface PairedIntervalChartProps {
  /** What the rates are, for screen readers. */
  label: string;
  /** What the two sides are called. */
  names: readonly [before: string, after: string];
  rows: readonly PairedRow[];
  /** Draws the name of a row. */
  renderLabel: (key: string) => ReactNode;
}

const GREY = 'var(--line-control)';

/** Rates of two sides with their intervals, one above the other, to one scale. */
export function PairedIntervalChart({ label, names, rows, renderLabel }: PairedIntervalChartProps) {
  const flat = rows.flatMap(({ key, colour, before, after }): IntervalInput[] => [
    { key: `${key} before`, label: key, colour: GREY, softColour: GREY, ...before },
    { key: `${key} after`, label: key, colour, softColour: colour, ...after },
  ]);
  const chart = prepareIntervalBars(flat);
  return (
    <figure aria-label={label}>
      <div aria-hidden className="grid grid-cols-[28px_minmax(0,1fr)_auto] items-center gap-x-2">
        {rows.map(({ key }, place) => {
          const [before, after] = [chart.rows[place * 2], chart.rows[place * 2 + 1]];
          return before && after ? (
            <PairedLine key={key} label={renderLabel(key)} before={before} after={after} />
          ) : null;
        })}
        <span />
        <span className="relative h-4 text-2xs text-soft">
          {chart.ticks.map((tick) => (
            <span
              key={tick.place}
              style={{ left: `${tick.place}%` }}
              className="absolute -translate-x-1/2 whitespace-nowrap"
            >
              {tick.label}
            </span>
          ))}
        </span>
      </div>
      <ChartTable
        caption={label}
        head={['Tier', 'Rubric', 'Rate', '95 % interval', 'Won of closed']}
        rows={chart.rows.map((row, place) => [
          row.label,
          names[place % 2 === 0 ? 0 : 1],
          row.rateText,
          row.intervalText,
          row.countText,
        ])}
      />
    </figure>
  );
}

interface PairedLineProps {
  label: ReactNode;
  before: PreparedInterval;
  after: PreparedInterval;
}

function PairedLine({ label, before, after }: PairedLineProps) {
  return (
    <>
      <span>{label}</span>
      <span className="relative h-9 border-l border-line-strong">
        <Whisker row={before} top={11} />
        <Whisker row={after} top={25} />
      </span>
      <span className="flex min-w-24 flex-col text-right text-xs leading-4 whitespace-nowrap">
        <span className="text-faint">
          {before.rateText} <span className="text-2xs">{before.countText}</span>
        </span>
        <span>
          <span className="font-strong">{after.rateText}</span>{' '}
          <span className="text-2xs text-soft">{after.countText}</span>
        </span>
      </span>
    </>
  );
}

function Whisker({ row, top }: { row: PreparedInterval; top: number }) {
  const { at, from, to, colour } = row;
  if (at === undefined) return null;
  return (
    <>
      <i
        style={{ top, left: `${from ?? at}%`, width: `${(to ?? at) - (from ?? at)}%`, background: colour }}
        className="absolute h-0.5 -translate-y-1/2"
      />
      <i
        style={{ top, left: `${at}%`, background: colour }}
        className="absolute size-2 -translate-x-1/2 -translate-y-1/2 rounded-full"
      />
    </>
  );
}
