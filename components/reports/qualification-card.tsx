import Link from 'next/link';
import { formatCount, formatNumber, formatPercent, formatPercentRange } from '@/components/ui/format';
import { Table, Td, Th } from '@/components/ui/table';
import { wilsonInterval } from '@/lib/calibration/wilson-interval';
import type { UseView } from '@/lib/reports/loaders';
import type { QualificationRow } from '@/lib/reports/types';
import { QUALIFIED_STEPS } from '@/lib/reports/constants';
import { STEP_NAME } from './leads-behind-words';
import { csvAddress, leadsBehindAddress, type PeriodMonths } from './report-address';
import { ChartNote, ReportCard } from './report-card';
import { formatPeriod } from './report-words';

/** What becomes of leads once they are marketing-qualified. */
export function QualificationCard({ use, className }: { use: UseView; className?: string }) {
  const { qualification, tiers, view } = use;
  const all = qualification.reduce((sum, { marketing }) => sum + marketing, 0);
  const mature = qualification.find((row) => row.mature);
  const young = qualification.find((row) => !row.mature);
  const [best = 'A', second = 'B'] = tiers;
  return (
    <ReportCard
      title="From qualified to won"
      note={`marketing-qualified: came into ${second} or better; sales-qualified: then came into ${best}`}
      csvHref={csvAddress('qualification', view.period)}
      counts={`${formatCount(all, 'lead')} that became marketing-qualified ${formatPeriod(view.period)}, as the history of scores tells`}
      leadsHref={all > 0 ? leadsBehindAddress(view.period, { of: 'qualified' }) : undefined}
      className={className}
    >
      {all > 0 ? (
        <Table caption="Conversion of qualified leads">
          <thead>
            <tr>
              <Th className="pl-0!">Step</Th>
              <Th align="right">Had time to close</Th>
              <Th align="right" className="pr-0!">
                Younger
              </Th>
            </tr>
          </thead>
          <tbody>
            {QUALIFIED_STEPS.map((step) => (
              <tr key={step}>
                <Td className="pl-0!">{STEP_NAME[step]}</Td>
                <Td align="right">
                  <Step row={mature} step={step} period={view.period} />
                </Td>
                <Td align="right" className="pr-0! text-soft">
                  <Step row={young} step={step} period={view.period} />
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      ) : (
        <p className="text-soft">No lead became marketing-qualified in this period.</p>
      )}
      <ChartNote>
        Per cent of the marketing-qualified, with 95 % intervals. Each step counts after a lead became
        marketing-qualified; a rep may engage one before it is sales-qualified.
      </ChartNote>
    </ReportCard>
  );
}

interface StepProps {
  row: QualificationRow | undefined;
  step: (typeof QUALIFIED_STEPS)[number];
  period: PeriodMonths;
}

function Step({ row, step, period }: StepProps) {
  if (!row) return <span className="text-faint">–</span>;
  const count = row[step];
  const { low, high } = wilsonInterval(count, row.marketing);
  const cohort = row.mature ? 'mature' : 'young';
  return (
    <>
      <Link
        href={leadsBehindAddress(period, { of: 'qualified', step, cohort })}
        className="font-strong hover:underline"
      >
        {formatNumber(count)}
      </Link>
      {step === 'marketing' ? null : (
        <>
          {' '}
          {formatPercent(count / row.marketing, 1)}
          <span className="block text-2xs text-faint">{formatPercentRange(low, high, 1)}</span>
        </>
      )}
    </>
  );
}
