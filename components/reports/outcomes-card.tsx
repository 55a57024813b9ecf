import { TierBadge } from '@/components/scores/tier-badge';
import { formatNumber, formatPercent, formatPercentRange } from '@/components/ui/format';
import { Table, Td, Th } from '@/components/ui/table';
import { LEAST_CLOSED_FOR_RATE } from '@/lib/calibration/close-rate';
import { wilsonInterval } from '@/lib/calibration/wilson-interval';
import type { FunnelRow, Report, SampleRow } from '@/lib/reports/types';
import { csvAddress, dealsAddress, leadsBehindAddress } from './report-address';
import { ChartNote, ReportCard } from './report-card';
import { formatDay, formatPeriod } from './report-words';

export interface OutcomesCardProps {
  report: Report;
  funnel: readonly FunnelRow[];
  sample: readonly SampleRow[];
  className?: string;
}

const CELL = 'max-sm:px-1!';

/** How far leads came that reps engaged, those without a deal included, by their tier at first engagement. */
export function OutcomesCard({ report, funnel, sample, className }: OutcomesCardProps) {
  const { period, cutoff, tiers } = report;
  const rows = tiers.flatMap(({ name }) => funnel.find(({ tier }) => tier === name) ?? []);
  const engaged = funnel.reduce((sum, row) => sum + row.engaged, 0);
  const out = funnel.reduce((sum, row) => sum + row.disqualified, 0);
  const until = period.end > cutoff ? `, before ${formatDay(cutoff)}` : '';
  return (
    <ReportCard
      title="Funnel by tier"
      note={
        period.by === 'now'
          ? 'leads engaged, as the present rubric would have scored them'
          : 'leads engaged, as they were scored then'
      }
      csvHref={csvAddress('funnel', period)}
      counts={`Counts ${formatNumber(engaged)} leads first engaged ${formatPeriod(period)}${until}`}
      dealsHref={dealsAddress(period, { cohort: 'mature' })}
      leadsHref={leadsBehindAddress(period, { of: 'engaged', cohort: 'mature' })}
      className={className}
    >
      <Table caption="How far engaged leads came, by tier">
        <thead>
          <tr>
            <Th className={CELL}>Tier</Th>
            <Th align="right" className={CELL}>
              Engaged
            </Th>
            <Th align="right" className={CELL}>
              Met
            </Th>
            <Th align="right" className={CELL}>
              Deal
            </Th>
            <Th align="right" className={CELL}>
              Won
            </Th>
            <Th align="right" className={CELL}>
              Of engaged
            </Th>
            <Th align="right" hideOnPhone>
              Disqualified
            </Th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <FunnelLine key={row.tier} row={row} />
          ))}
          {rows.length === 0 ? (
            <tr>
              <Td colSpan={7} className="text-soft">
                No lead of this period was engaged long enough ago.
              </Td>
            </tr>
          ) : null}
        </tbody>
      </Table>
      <ChartNote>
        {out === 0 ? null : (
          <>
            <b>{formatNumber(out)}</b> {out === 1 ? 'lead was' : 'leads were'} disqualified by a rep before
            there was a deal: they count as engaged, not as lost.
          </>
        )}
        {period.by === 'now' ? ' Erased leads are left out here: nothing of them is left to score.' : ''}
        {sample.map(({ tier, leads, won, lost }) => (
          <span key={tier}>
            {' '}
            {formatNumber(leads)} {tier} leads were routed by chance, to keep the comparison honest:{' '}
            {formatNumber(won)} won of {formatNumber(won + lost)} closed.
          </span>
        ))}
      </ChartNote>
    </ReportCard>
  );
}

function FunnelLine({ row: { tier, engaged, met, dealt, won, disqualified } }: { row: FunnelRow }) {
  const steps = [met, dealt, won];
  const { low, high } = wilsonInterval(won, engaged);
  return (
    <tr>
      <Td className={CELL}>
        <TierBadge tier={tier} />
      </Td>
      <Td align="right" className={CELL}>
        {formatNumber(engaged)}
      </Td>
      {steps.map((count, index) => (
        <Td key={index} align="right" className={CELL}>
          {formatNumber(count)}
          <span className="block text-2xs text-faint">
            {engaged === 0 ? '' : formatPercent(count / engaged)}
          </span>
        </Td>
      ))}
      <Td align="right" className={CELL}>
        {engaged < LEAST_CLOSED_FOR_RATE ? (
          <span className="text-xs text-faint">too few to say</span>
        ) : (
          <>
            <span className="font-strong">{formatPercent(won / engaged, 1)}</span>
            <span className="block text-2xs text-faint">{formatPercentRange(low, high, 1)}</span>
          </>
        )}
      </Td>
      <Td align="right" hideOnPhone>
        {formatNumber(disqualified)}
      </Td>
    </tr>
  );
}
