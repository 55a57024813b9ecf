import { clsx } from 'clsx';
import { ChartTable } from './chart-table';
import { prepareHistogram, type HistogramBin, type HistogramCut } from './prepare-histogram';

export interface HistogramChartProps {
  /** What is counted over what: "Leads by score". */
  label: string;
  /** Even bins, lowest first. */
  bins: readonly HistogramBin[];
  cuts?: readonly HistogramCut[];
  /** Any CSS colour. */
  colour?: string;
  /** Pixels. */
  height?: number;
  className?: string;
}

/** How many fall into each range of values, with the lines that part them. */
export function HistogramChart({
  label,
  bins,
  cuts,
  colour = 'var(--density-4)',
  height = 96,
  className,
}: HistogramChartProps) {
  const chart = prepareHistogram(bins, cuts);
  return (
    <figure aria-label={label} className={clsx('min-w-0', className)}>
      <div aria-hidden className={clsx('relative', chart.cuts.length > 0 && 'pt-4')}>
        <div style={{ height }} className="flex items-end gap-px border-b border-line-strong">
          {chart.bars.map((bar) => (
            <i
              key={bar.key}
              title={`${bar.rangeText}: ${bar.countText} (${bar.shareText})`}
              style={{ height: `${bar.height * 100}%`, background: colour }}
              className="min-w-0 grow basis-0 rounded-t-[1px]"
            />
          ))}
        </div>
        {chart.cuts.map((cut) => (
          <span
            key={cut.label}
            style={{ left: `${cut.place}%`, borderColor: cut.colour, color: cut.colour }}
            className="absolute inset-y-0 border-l border-dashed"
          >
            <span
              className={clsx(
                'absolute top-0 px-1 text-2xs whitespace-nowrap',
                cut.place > 75 ? 'right-0' : 'left-0',
              )}
            >
              {cut.label}
            </span>
          </span>
        ))}
      </div>
      <div aria-hidden className="relative h-4 text-2xs text-soft">
        {chart.ticks.map((tick) => (
          <span key={tick.label} style={{ left: `${tick.place}%` }} className="absolute top-1">
            {tick.label}
          </span>
        ))}
      </div>
      <ChartTable
        caption={label}
        head={['Range', 'Count', 'Share']}
        rows={chart.bars.map((bar) => [bar.rangeText, bar.countText, bar.shareText])}
      />
    </figure>
  );
}
