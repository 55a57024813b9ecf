import Link from 'next/link';
import { BoxPlotChart } from '@/components/charts/box-plot-chart';
import { TierBadge } from '@/components/scores/tier-badge';
import { tierColour, tierSoftColour } from '@/components/scores/tier-colour';
import { formatCount, formatNumber, formatPercent, formatPercentRange } from '@/components/ui/format';
import type { Answers } from '@/lib/reports/build-use';
import { JUDGED_ANSWERS } from '@/lib/reports/constants';
import type { UseView } from '@/lib/reports/loaders';
import { csvAddress, leadsBehindAddress, type PeriodMonths } from './report-address';
import { ChartNote, ReportCard } from './report-card';
import { formatPeriod, sayHours } from './report-words';

/** Fewer leads than this say too little for a share to be shown. */
const LEAST_JUDGED = 10;

/** How soon leads of each tier were answered, in working time, against their target. */
export function ResponseCard({ use, className }: { use: UseView; className?: string }) {
  const { response, tiers, view } = use;
  const rows = tiers.flatMap((name) => response.byTier.find(({ tier }) => tier === name) ?? []);
  const judged = rows.reduce((sum, row) => sum + row.judged, 0);
  const missed = rows.reduce((sum, row) => sum + row.missed, 0);
  const filters = { of: 'answered', tier: rows.map(({ tier }) => tier) };
  return (
    <ReportCard
      title="Response time"
      note="working time from the tier to the first touch"
      csvHref={csvAddress('response', view.period)}
      counts={`${formatCount(judged, 'lead')} given to reps ${formatPeriod(view.period)} with an answer due; by their tier then`}
      leadsHref={
        rows.length > 0
          ? leadsBehindAddress(view.period, { ...filters, answer: [...JUDGED_ANSWERS] })
          : undefined
      }
      className={className}
    >
      {rows.length > 0 ? (
        <BoxPlotChart
          label="Response time by tier"
          heads={['Median', 'In target']}
          rows={rows.map((row) => ({
            key: row.tier,
            name: <TierBadge tier={row.tier} />,
            hours: row.hours,
            target: response.targets[row.tier] ?? null,
            colour: tierColour(row.tier),
            softColour: tierSoftColour(row.tier),
            figures: [
              <span key="median" className="text-[14px] font-semibold">
                {row.hours?.[2] === undefined ? '–' : sayHours(row.hours[2])}
              </span>,
              <ShareInTime key="share" answers={row} period={view.period} />,
            ],
          }))}
        />
      ) : (
        <p className="text-soft">No lead with an answer due was given to a rep in this period.</p>
      )}
      <ChartNote>
        Box: the middle half; line: from the fastest tenth to the slowest; dashed: the target. What waits past
        its target counts as late
        {missed > 0 ? (
          <>
            :{' '}
            <Link
              href={leadsBehindAddress(view.period, { ...filters, answer: ['missed'] })}
              className="text-text underline underline-offset-2"
            >
              <b>{formatNumber(missed)}</b> of these
            </Link>
          </>
        ) : null}
        .
        {response.untaken > 0 ? (
          <>
            {' '}
            <b>{formatCount(response.untaken, 'lead')}</b> more {response.untaken === 1 ? 'is' : 'are'} past
            the target and nobody’s.{' '}
            <Link href="/queue?tab=free" className="text-text underline underline-offset-2 print:hidden">
              Show what is free
            </Link>
          </>
        ) : null}
      </ChartNote>
    </ReportCard>
  );
}

interface ShareInTimeProps {
  answers: Answers;
  period: PeriodMonths;
}

/** The share answered in time, with its interval and counts, which lead to the leads. */
export function ShareInTime({ answers, period }: ShareInTimeProps) {
  const { share, interval, inTime, judged, tier, repId } = answers;
  const filters = { of: 'answered', tier: [tier], rep: repId ?? undefined, answer: [...JUDGED_ANSWERS] };
  const counts = (
    <Link href={leadsBehindAddress(period, filters)} className="hover:underline">
      {formatNumber(inTime)}/{formatNumber(judged)}
    </Link>
  );
  if (share === null || interval === null || judged < LEAST_JUDGED)
    return <span className="text-xs text-faint">{counts}, too few to say</span>;
  return (
    <>
      <span className="font-strong">{formatPercent(share)}</span>{' '}
      <span className="text-xs text-soft">{counts}</span>
      <span className="block text-2xs text-faint">{formatPercentRange(interval.low, interval.high)}</span>
    </>
  );
}
