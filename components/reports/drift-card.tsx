import Link from 'next/link';
import { PairedBarsChart } from '@/components/charts/paired-bars-chart';
import { Badge } from '@/components/ui/badge';
import { formatNumber } from '@/components/ui/format';
import type { AddressValue } from '@/lib/leads/address';
import type { DriftView } from '@/lib/reports/loaders';
import { DRIFT_WORDS } from './drift-words';
import { csvAddress, leadsBehindAddress } from './report-address';
import { ChartNote, ReportCard } from './report-card';
import { formatDay } from './report-words';

/** How far tiers and scores at first engagement have moved since the close rates were measured. */
export function DriftCard({ moved, className }: { moved: DriftView; className?: string }) {
  const { drift, cutoff, view } = moved;
  const [first] = drift;
  const hrefOf = (values: Readonly<Record<string, AddressValue>>) =>
    leadsBehindAddress(view.period, { of: 'engaged', ...values });
  return (
    <ReportCard
      title="Drift of scores"
      note="leads at first engagement"
      csvHref={csvAddress('drift', view.period)}
      counts={
        <>
          <Link
            href={hrefOf({ cohort: 'young' })}
            className="text-text underline decoration-line-strong underline-offset-2 hover:decoration-current"
          >
            {formatNumber(first?.after ?? 0)} leads
          </Link>{' '}
          first engaged since {formatDay(cutoff)} (right bars) against{' '}
          <Link
            href={hrefOf({ cohort: 'mature' })}
            className="text-text underline decoration-line-strong underline-offset-2 hover:decoration-current"
          >
            {formatNumber(first?.before ?? 0)}
          </Link>{' '}
          before (left bars), which close rates are measured on
        </>
      }
      leadsHref={hrefOf({})}
      className={className}
    >
      <ul className="grid grid-cols-2 gap-x-6 gap-y-4">
        {drift.map(({ id, label, bins, index, drift: found }) => (
          <li key={id} className="min-w-0">
            <p className="flex items-baseline gap-2 pb-1">
              <span className="font-strong">{label}</span>
              <span className="ml-auto text-xs text-soft">{index === null ? '' : index.toFixed(2)}</span>
              <Badge tone={DRIFT_WORDS[found].tone}>{DRIFT_WORDS[found].word}</Badge>
            </p>
            <PairedBarsChart
              label={`${label}, then and since`}
              bins={bins.map((bin) => ({ ...bin, href: hrefOf({ [id]: toFilter(id, bin.label) }) }))}
            />
            <p className="flex justify-between pt-0.5 text-2xs text-faint">
              <span>{bins[0]?.label}</span>
              <span>{bins.at(-1)?.label}</span>
            </p>
          </li>
        ))}
      </ul>
      <ChartNote>
        Population stability index, less what chance alone would give: below <b>0.10</b> stable, from{' '}
        <b>0.25</b> on shifted. Below 50 leads on either side nothing is said.
      </ChartNote>
    </ReportCard>
  );
}

/** A tier's name as it is, a band of scores as a range. */
function toFilter(id: string, label: string): AddressValue {
  return id === 'tier' ? [label] : label.replace('–', '-');
}
