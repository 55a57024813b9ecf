import { TierBadge } from '@/components/scores/tier-badge';
import { formatCount, formatMoney, formatNumber } from '@/components/ui/format';
import { Table, Td, Th } from '@/components/ui/table';
import type { CloseTimeRow, Report, RevenueRow } from '@/lib/reports/types';
import { csvAddress, dealsAddress } from './report-address';
import { ChartNote, ReportCard } from './report-card';

/** Fewer deals than this have no quartiles worth showing. */
const LEAST_FOR_QUARTILES = 4;

export interface RevenueCardProps {
  report: Report;
  revenue: readonly RevenueRow[];
  times: readonly CloseTimeRow[];
  className?: string;
}

/** What won deals brought, in each currency, and how long they took, by tier. */
export function RevenueCard({ report, revenue, times, className }: RevenueCardProps) {
  const { period, tiers } = report;
  const won = revenue.reduce((sum, row) => sum + row.won, 0);
  const priced = revenue.reduce((sum, row) => sum + row.priced, 0);
  return (
    <ReportCard
      title="Revenue and time to close"
      note="won deals"
      csvHref={csvAddress('revenue', period)}
      counts={`${formatCount(won, 'won deal')}, ${formatNumber(priced)} of them with an amount`}
      dealsHref={dealsAddress(period, { cohort: 'mature', outcome: 'won' })}
      className={className}
    >
      <Table caption="Amounts and days to close of won deals, by tier">
        <thead>
          <tr>
            <Th>Tier</Th>
            <Th align="right">Revenue</Th>
            <Th align="right" hideOnPhone>
              Median deal
            </Th>
            <Th align="right">Days to win</Th>
          </tr>
        </thead>
        <tbody>
          {tiers.map(({ name }) => (
            <RevenueLine
              key={name}
              tier={name}
              revenue={revenue.filter(({ tier }) => tier === name)}
              time={times.find(({ tier, outcome }) => tier === name && outcome === 'won')}
            />
          ))}
        </tbody>
      </Table>
      <ChartNote>
        Amounts of different currencies are never added up. Days run from the first engagement to closing: the
        median, and the middle half below it.
      </ChartNote>
    </ReportCard>
  );
}

interface RevenueLineProps {
  tier: string;
  revenue: readonly RevenueRow[];
  time: CloseTimeRow | undefined;
}

function RevenueLine({ tier, revenue, time }: RevenueLineProps) {
  const write = (amount: number, currency: string | null) =>
    currency === null
      ? `${formatNumber(amount)} without currency`
      : formatMoney(Math.round(amount), currency);
  const sums = revenue.filter(({ priced }) => priced > 0);
  return (
    <tr>
      <Td>
        <TierBadge tier={tier} />
      </Td>
      <Td align="right">
        {sums.map(({ currency, sum }) => (
          <span key={currency} className="block font-strong">
            {write(sum, currency)}
          </span>
        ))}
        {sums.length === 0 ? <span className="text-faint">–</span> : null}
      </Td>
      <Td align="right" hideOnPhone>
        {sums.map(({ currency, median }) => (
          <span key={currency} className="block">
            {median === null ? '–' : write(median, currency)}
          </span>
        ))}
      </Td>
      <Td align="right">
        {time && time.count >= LEAST_FOR_QUARTILES ? (
          <>
            <span className="font-strong">{formatNumber(time.median)}</span>
            <span className="block text-2xs text-faint">
              {formatNumber(time.lower)}–{formatNumber(time.upper)}
            </span>
          </>
        ) : (
          <span className="text-xs text-faint">too few to say</span>
        )}
      </Td>
    </tr>
  );
}
