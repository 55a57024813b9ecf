import { IntervalBarChart } from '@/components/charts/interval-bar-chart';
import { TierBadge } from '@/components/scores/tier-badge';
import { tierColour, tierSoftColour } from '@/components/scores/tier-colour';
import { formatNumber, formatPercent, formatPercentRange } from '@/components/ui/format';
import { LEAST_CLOSED_FOR_RATE, type CloseRate } from '@/lib/calibration/close-rate';
import type { Report } from '@/lib/reports/types';
import { csvAddress, dealsAddress } from './report-address';
import { ChartNote, ReportCard } from './report-card';
import { sayBasis, sayWhatCounts } from './report-words';

const COUNTED = { cohort: 'mature', outcome: 'closed' } as const;

/** How often deals of each tier were won, by the tier their lead had when a rep first engaged it. */
export function CloseRateCard({ report, className }: { report: Report; className?: string }) {
  const { rates, period } = report;
  const fewest = rates.tiers.some(({ rate, closed }) => rate === null && closed > 0);
  const basis = sayBasis(report);
  return (
    <ReportCard
      title="Close rate by tier"
      note="at first engagement"
      csvHref={csvAddress('close-rates', period)}
      counts={sayWhatCounts(report)}
      dealsHref={dealsAddress(period, COUNTED)}
      className={className}
    >
      <IntervalBarChart
        label="Close rate by tier at first engagement"
        rows={rates.tiers.map(({ tier, won, closed, rate, interval }) => ({
          key: tier,
          label: tier,
          hits: won,
          total: closed,
          rate: rate ?? undefined,
          low: interval?.low,
          high: interval?.high,
          colour: tierColour(tier),
          softColour: tierSoftColour(tier),
          href: dealsAddress(period, { ...COUNTED, tier: [tier] }),
        }))}
        overall={rates.all.rate ?? undefined}
        renderLabel={(tier) => <TierBadge tier={tier} />}
        className="grow"
      />
      <ChartNote>
        The rest together: <b>{sayRate(rates.rest)}</b>
        {rates.rest.interval
          ? ` (${formatPercentRange(rates.rest.interval.low, rates.rest.interval.high)})`
          : ''}
        .
        {rates.all.rate === null
          ? ''
          : ` Dashed line: all ${formatNumber(rates.all.closed)} deals, ${formatNumber(rates.all.won)} won, ${formatPercent(rates.all.rate)}.`}
        {fewest ? ` Below ${LEAST_CLOSED_FOR_RATE} closed deals no rate is shown.` : ''}
        {basis ? ` ${basis}` : ''}
      </ChartNote>
    </ReportCard>
  );
}

function sayRate({ won, closed, rate }: CloseRate): string {
  const counts = `${formatNumber(won)}/${formatNumber(closed)}`;
  return rate === null ? `${counts}, too few to say` : `${counts}, ${formatPercent(rate)}`;
}
