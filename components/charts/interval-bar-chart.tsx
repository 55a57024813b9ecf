import { clsx } from 'clsx';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { prepareIntervalBars, type IntervalInput, type PreparedInterval } from './prepare-interval-bars';

export interface IntervalBarChartProps {
  /** What the rates are, for screen readers: "Close rate by tier". */
  label: string;
  rows: readonly IntervalInput[];
  /** Rate of all together, from 0 to 1: a dashed line. */
  overall?: number;
  /** Draws the name of a row, such as a tier's badge; its label by default. */
  renderLabel?: (key: string) => ReactNode;
  /** Heads of the figures. */
  rateHead?: string;
  intervalHead?: string;
  countHead?: string;
  className?: string;
}

/** A bar a row: the rate, its interval, and what it is counted from. It is a table, so it reads as one. */
export function IntervalBarChart(props: IntervalBarChartProps) {
  const { label, rows, overall, renderLabel, className } = props;
  const chart = prepareIntervalBars(rows, overall);
  const head = 'h-6 pl-2 text-right align-bottom text-xs font-normal whitespace-nowrap text-soft';
  return (
    <table className={clsx('w-full border-collapse', className)}>
      <caption className="sr-only">{label}</caption>
      <thead>
        <tr>
          <td className="w-8" />
          <td />
          <th scope="col" className={clsx(head, 'w-16')}>
            {props.rateHead ?? 'Rate'}
          </th>
          <th scope="col" className={clsx(head, 'w-24 max-sm:hidden')}>
            {props.intervalHead ?? '95 % interval'}
          </th>
          <th scope="col" className={clsx(head, 'w-20')}>
            {props.countHead ?? 'Won/closed'}
          </th>
        </tr>
      </thead>
      <tbody>
        {chart.rows.map((row) => (
          <tr key={row.key}>
            <th scope="row" className="pr-2 text-left font-medium">
              {renderLabel ? renderLabel(row.key) : row.label}
            </th>
            <td className="relative h-11 min-w-24 p-0">
              <Bar row={row} />
              <Lines chart={chart} />
            </td>
            <td className="pl-2 text-right text-[14px] font-semibold">{row.rateText}</td>
            <td className="pl-2 text-right text-xs text-soft max-sm:hidden">{row.intervalText}</td>
            <td className="pl-2 text-right text-xs text-soft">
              {row.href ? (
                <Link
                  href={row.href}
                  className="inline-flex h-6 items-center underline-offset-2 hover:underline"
                >
                  {row.countText}
                </Link>
              ) : (
                row.countText
              )}
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot aria-hidden>
        <tr>
          <td />
          <td className="relative h-5 text-2xs text-soft">
            {chart.ticks.map((tick) => (
              <span
                key={tick.place}
                style={{ left: `${tick.place}%` }}
                className="absolute top-1.5 -translate-x-1/2 whitespace-nowrap"
              >
                {tick.label}
              </span>
            ))}
          </td>
          <td colSpan={3} />
        </tr>
      </tfoot>
    </table>
  );
}

function Lines({ chart }: { chart: ReturnType<typeof prepareIntervalBars> }) {
  return (
    <span aria-hidden>
      {chart.ticks.map((tick) => (
        <i
          key={tick.place}
          style={{ left: `${tick.place}%` }}
          className={clsx('absolute inset-y-0 w-px', tick.place === 0 ? 'bg-line-strong' : 'bg-text/8')}
        />
      ))}
      {chart.overall === undefined ? null : (
        <i
          style={{ left: `${chart.overall}%` }}
          className="absolute inset-y-0 border-l border-dashed border-text"
        />
      )}
    </span>
  );
}

function Bar({ row }: { row: PreparedInterval }) {
  if (row.at === undefined) return null;
  const { from = row.at, to = row.at, colour, softColour } = row;
  const end = 'absolute top-1/2 h-2.5 w-0.5 -translate-x-1/2 -translate-y-1/2';
  return (
    <span aria-hidden>
      <i
        style={{ width: `${row.at}%`, background: softColour, borderColor: colour }}
        className="absolute top-1/2 left-0 h-5.5 -translate-y-1/2 border-r-2"
      />
      <i
        style={{ left: `${from}%`, width: `${to - from}%`, background: colour }}
        className="absolute top-1/2 h-0.5 -translate-y-1/2"
      />
      <i style={{ left: `${from}%`, background: colour }} className={end} />
      <i style={{ left: `${to}%`, background: colour }} className={end} />
    </span>
  );
}
