import Link from 'next/link';
import { TierBadge } from '@/components/scores/tier-badge';
import { formatCount, formatNumber, formatPercent, formatPercentRange } from '@/components/ui/format';
import { Table, Td, Th } from '@/components/ui/table';
import { LEAST_CLOSED_FOR_RATE, type CloseRate } from '@/lib/calibration/close-rate';
import type { AnswerEffect } from '@/lib/reports/build-use';
import type { UseView } from '@/lib/reports/loaders';
import { csvAddress, dealsAddress } from './report-address';
import { ChartNote, ReportCard } from './report-card';

/** What answering in time went with: close rates of both groups, within a tier. */
export function AnswerEffectCard({ use, className }: { use: UseView; className?: string }) {
  const { response, best, view } = use;
  const closed = response.effect.reduce((sum, { inTime, late }) => sum + inTime.closed + late.closed, 0);
  const filters = { outcome: 'closed', cohort: 'mature' };
  const hrefOf = (tier: string, answer: 'inTime' | 'late') =>
    dealsAddress(view.period, { ...filters, tier: [tier], answer });
  const ofBest = response.effect.find(({ tier }) => tier === best);
  return (
    <ReportCard
      title="Does answering in time pay"
      note="close rate, tier by tier"
      csvHref={csvAddress('response-effect', view.period)}
      counts={`${formatCount(closed, 'closed deal')} that had time to close, by the first answer to their lead`}
      dealsHref={
        closed > 0
          ? dealsAddress(view.period, {
              ...filters,
              tier: response.effect.map(({ tier }) => tier),
              answer: 'judged',
            })
          : undefined
      }
      className={className}
    >
      <Table caption="Close rate by answer">
        <thead>
          <tr>
            <Th className="pl-0!">Tier</Th>
            <Th align="right">In time</Th>
            <Th align="right">Late or never</Th>
            <Th align="right" className="pr-0!">
              Times as often
            </Th>
          </tr>
        </thead>
        <tbody>
          {response.effect.map(({ tier, inTime, late, lift }) => (
            <tr key={tier}>
              <Td className="pl-0!">
                <TierBadge tier={tier} />
              </Td>
              <Td align="right">
                <Rate rate={inTime} href={hrefOf(tier, 'inTime')} />
              </Td>
              <Td align="right">
                <Rate rate={late} href={hrefOf(tier, 'late')} />
              </Td>
              <Td align="right" className="pr-0! whitespace-nowrap">
                {inTime.rate === null || late.rate === null || lift.ratio === null ? (
                  <span className="text-xs text-faint">too few to say</span>
                ) : (
                  <>
                    <span className="font-strong">{write(lift.ratio)}</span>
                    <span className="block text-2xs text-faint">
                      {write(lift.interval.low)}–{write(lift.interval.high)}
                    </span>
                  </>
                )}
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
      <ChartNote>
        {ofBest ? <b>{sayEffect(ofBest)}</b> : null} Compared within a tier, as hot leads are answered sooner
        and close more often anyway; even so, reps choose whom they call first, so this is no experiment.
      </ChartNote>
    </ReportCard>
  );
}

function sayEffect({ tier, inTime, late, lift }: AnswerEffect): string {
  if (inTime.rate === null || late.rate === null || lift.ratio === null)
    return `Of ${tier} leads too few deals have closed to say; it takes ${LEAST_CLOSED_FOR_RATE} on either side.`;
  if (lift.interval.low > 1) return `${tier} leads answered in time close more often, by more than chance.`;
  if (lift.interval.high < 1) return `${tier} leads answered in time close less often, by more than chance.`;
  return `For ${tier} leads the difference may be chance.`;
}

interface RateProps {
  rate: CloseRate;
  /** To the deals. */
  href: string;
}

function Rate({ rate: { rate, interval, won, closed }, href }: RateProps) {
  const counts = (
    <Link href={href} className="hover:underline">
      {formatNumber(won)}/{formatNumber(closed)}
    </Link>
  );
  if (rate === null || !interval) return <span className="text-xs text-faint">{counts}</span>;
  return (
    <span className="whitespace-nowrap">
      {formatPercent(rate)} <span className="text-xs text-soft">{counts}</span>
      <span className="block text-2xs text-faint">{formatPercentRange(interval.low, interval.high)}</span>
    </span>
  );
}

function write(value: number): string {
  return Number.isFinite(value) ? formatNumber(value, 1) : '∞';
}
