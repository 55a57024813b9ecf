import { clsx } from 'clsx';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { TierBadge } from '@/components/scores/tier-badge';
import { formatNumber } from '@/components/ui/format';
import { Meter } from '@/components/ui/meter';
import { Table, Td, Th } from '@/components/ui/table';
import { monthOf } from '@/lib/reports/period';
import type { Report, YoungCohort } from '@/lib/reports/types';
import { csvAddress, dealsAddress } from './report-address';
import { ChartNote, ReportCard } from './report-card';
import { formatDay, formatPeriod, formatShortMonth } from './report-words';

/** Cells that meet the card's edges and leave room for three tiers on a phone. */
const CELL = 'pr-0! pl-3! whitespace-nowrap first:pl-0! max-sm:pl-2!';

/** Left out where the card stands beside another and there is no room. */
const BAR = '@5xl:@max-6xl:hidden';

/** Deals whose leads were engaged too lately for a close rate to be fair, by month. */
export function YoungCard({ report, className }: { report: Report; className?: string }) {
  const { young, period, cutoff, maturityDays } = report;
  return (
    <ReportCard
      title="Not mature yet"
      note="shown apart, not counted"
      csvHref={csvAddress('cohorts', period)}
      counts={`${formatNumber(young.closed)} of ${formatNumber(young.all)} deals first engaged since ${formatDay(cutoff)} have closed`}
      dealsHref={dealsAddress(period, { cohort: 'young' })}
      className={className}
    >
      {young.cohorts.length > 0 ? (
        // More tiers than usual are scrolled to.
        <div role="region" aria-label="Deals by month and tier" tabIndex={0} className="overflow-x-auto">
          <CohortTable report={report} />
        </div>
      ) : (
        <p className="text-soft">
          No lead of {formatPeriod(period)} was first engaged within the last {maturityDays} days.
        </p>
      )}
      <ChartNote>
        Fast deals close first, so the rates of a young cohort mislead. A deal counts once its lead was
        engaged <b>{maturityDays} days</b> ago.
      </ChartNote>
    </ReportCard>
  );
}

function CohortTable({ report }: { report: Report }) {
  const { young, tiers, rates, counted, period } = report;
  return (
    <Table
      caption="Deals that have not had time to close, by month of first engagement"
      className="max-sm:text-xs"
    >
      <thead>
        <tr>
          <Th className={CELL}>First engaged</Th>
          <Th hideOnPhone width="22%" className={clsx(CELL, BAR)}>
            Closed so far
          </Th>
          <Th align="right" className={CELL}>
            <span className="md:sr-only">Closed</span>
          </Th>
          {tiers.map(({ name }) => (
            <Th key={name} align="right" className={CELL}>
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
          <Td className={clsx(CELL, 'border-b-0')}>Counted</Td>
          <Td hideOnPhone className={clsx(CELL, BAR, 'border-b-0')}>
            <Meter value={counted.closed} max={Math.max(1, counted.all)} />
          </Td>
          <Td align="right" className={clsx(CELL, 'border-b-0')}>
            {formatNumber(counted.closed)} of {formatNumber(counted.all)}
          </Td>
          {rates.tiers.map(({ tier, won, closed }) => (
            <Td key={tier} align="right" className={clsx(CELL, 'border-b-0 font-strong')}>
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
      <Td className={CELL}>
        {formatShortMonth(month)}
        {partial ? <span className="text-faint max-sm:hidden"> from {cutoff.getUTCDate()}</span> : null}
      </Td>
      <Td hideOnPhone className={clsx(CELL, BAR)}>
        <Meter value={closed} max={all} />
      </Td>
      <Td align="right" className={CELL}>
        <DealsLink href={dealsAddress(own, { cohort: 'young' })}>
          {formatNumber(closed)} of {formatNumber(all)}
        </DealsLink>
      </Td>
      {tiers.map(({ tier, won, closed: ended }) => (
        <Td key={tier} align="right" className={CELL}>
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
