import Link from 'next/link';
import type { ReactNode } from 'react';
import { TierBadge } from '@/components/scores/tier-badge';
import { formatNumber } from '@/components/ui/format';
import { Meter } from '@/components/ui/meter';
import { Table, Td, Th } from '@/components/ui/table';
import { MATURITY_DAYS } from '@/lib/reports/constants';
import { monthOf } from '@/lib/reports/period';
import type { Report, YoungCohort } from '@/lib/reports/types';
import { csvAddress, dealsAddress } from './report-address';
import { ChartNote, ReportCard } from './report-card';
import { formatDay, formatPeriod, formatShortMonth } from './report-words';

/** Deals whose leads were engaged too lately for a close rate to be fair, by month. */
export function YoungCard({ report, className }: { report: Report; className?: string }) {
  const { young, period, cutoff } = report;
  return (
    <ReportCard
      title="Not mature yet"
      note="shown apart, not counted beside"
      csvHref={csvAddress('cohorts', period)}
      counts={`${formatNumber(young.closed)} of ${formatNumber(young.all)} deals first engaged since ${formatDay(cutoff)} have closed`}
      dealsHref={dealsAddress(period, { cohort: 'young' })}
      className={className}
    >
      {young.cohorts.length > 0 ? (
        <CohortTable report={report} />
      ) : (
        <p className="text-soft">
          No lead of {formatPeriod(period)} was first engaged within the last {MATURITY_DAYS} days.
        </p>
      )}
      <ChartNote>
        Fast deals close first, so the rates of a young cohort mislead. A deal counts once its lead was
        engaged <b>{MATURITY_DAYS} days</b> ago.
      </ChartNote>
    </ReportCard>
  );
}

function CohortTable({ report }: { report: Report }) {
  const { young, tiers, rates, counted, period } = report;
  return (
    <Table caption="Deals that have not had time to close, by month of first engagement">
      <thead>
        <tr>
          <Th className="pl-0!">First engaged</Th>
          <Th hideOnPhone width="24%">
            Closed so far
          </Th>
          <Th align="right">
            <span className="md:sr-only">Closed</span>
          </Th>
          {tiers.map(({ name }) => (
            <Th key={name} align="right" className="last:pr-0">
              <TierBadge tier={name} size="sm" />
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {young.cohorts.map((cohort) => (
          <CohortRow key={cohort.month} cohort={cohort} report={report} />
        ))}
        <tr>
          <Td className="border-b-0 pl-0!">Counted</Td>
          <Td hideOnPhone className="border-b-0">
            <Meter value={counted.closed} max={Math.max(1, counted.all)} />
          </Td>
          <Td align="right" className="border-b-0 whitespace-nowrap">
            {formatNumber(counted.closed)} of {formatNumber(counted.all)}
          </Td>
          {rates.tiers.map(({ tier, won, closed }) => (
            <Td key={tier} align="right" className="border-b-0 font-strong whitespace-nowrap last:pr-0">
              <DealsLink href={dealsAddress(period, { cohort: 'mature', outcome: 'closed', tier: [tier] })}>
                {formatNumber(won)}/{formatNumber(closed)}
              </DealsLink>
            </Td>
          ))}
        </tr>
      </tbody>
    </Table>
  );
}

function CohortRow({ cohort, report: { cutoff, period } }: { cohort: YoungCohort; report: Report }) {
  const { month, all, closed, tiers } = cohort;
  const partial = month === monthOf(cutoff);
  const own = { ...period, from: month, to: month };
  return (
    <tr className="text-soft">
      <Td className="pl-0! whitespace-nowrap">
        {formatShortMonth(month)}
        {partial ? <span className="text-faint"> from {cutoff.getUTCDate()}</span> : null}
      </Td>
      <Td hideOnPhone>
        <Meter value={closed} max={all} />
      </Td>
      <Td align="right" className="whitespace-nowrap">
        <DealsLink href={dealsAddress(own, { cohort: 'young' })}>
          {formatNumber(closed)} of {formatNumber(all)}
        </DealsLink>
      </Td>
      {tiers.map(({ tier, won, closed: ended }) => (
        <Td key={tier} align="right" className="whitespace-nowrap last:pr-0">
          <DealsLink href={dealsAddress(own, { cohort: 'young', outcome: 'closed', tier: [tier] })}>
            {formatNumber(won)}/{formatNumber(ended)}
          </DealsLink>
        </Td>
      ))}
    </tr>
  );
}

function DealsLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} className="inline-flex min-h-6 items-center underline-offset-2 hover:underline">
      {children}
    </Link>
  );
}
