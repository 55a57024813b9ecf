import Link from 'next/link';

export interface PairedBarsChartProps {
  /** What is shown, for screen readers: "Score, then and since". */
  label: string;
  /** Counts of both populations, bin by bin, each with the way to what it counts. */
  bins: readonly { label: string; before: number; after: number; href: string }[];
}

/** Two distributions over the same bins, each as shares of its own population: pale then, strong since. */
export function PairedBarsChart({ label, bins }: PairedBarsChartProps) {
  const before = Math.max(
    1,
    bins.reduce((sum, bin) => sum + bin.before, 0),
  );
  const after = Math.max(
    1,
    bins.reduce((sum, bin) => sum + bin.after, 0),
  );
  const most = Math.max(0.01, ...bins.flatMap((bin) => [bin.before / before, bin.after / after]));
  return (
    <ol aria-label={label} className="flex h-16 items-end gap-1">
      {bins.map((bin) => (
        <li key={bin.label} className="h-full min-w-0 grow basis-0">
          <Link
            href={bin.href}
            title={`${bin.label}: ${percent(bin.before / before)} then, ${percent(bin.after / after)} since`}
            className="flex h-full items-end gap-px rounded-[2px] hover:bg-sunk"
          >
            <span className="sr-only">
              {bin.label}: {bin.before} then, {bin.after} since
            </span>
            <i
              aria-hidden
              style={{ height: `${(bin.before / before / most) * 100}%` }}
              className="min-h-px grow basis-0 rounded-t-[1px] bg-line-strong"
            />
            <i
              aria-hidden
              style={{ height: `${(bin.after / after / most) * 100}%` }}
              className="min-h-px grow basis-0 rounded-t-[1px] bg-text"
            />
          </Link>
        </li>
      ))}
    </ol>
  );
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
