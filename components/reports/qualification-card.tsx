import { formatCount, formatNumber, formatPercent, formatPercentRange } from '@/components/ui/format';
import { Table, Td, Th } from '@/components/ui/table';
import { wilsonInterval } from '@/lib/calibration/wilson-interval';
import type { UseView } from '@/lib/reports/loaders';
import type { QualificationRow } from '@/lib/reports/types';
import { csvAddress } from './report-address';
import { ChartNote, ReportCard } from './report-card';
import { formatPeriod } from './report-words';

const STEPS = [
  { key: 'marketing', label: 'Marketing-qualified' },
  { key: 'sales', label: 'Sales-qualified' },
  { key: 'engaged', label: 'Engaged by a rep' },
  { key: 'dealt', label: 'With a deal' },
  { key: 'won', label: 'Won' },
] as const;

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
            {STEPS.map(({ key, label }) => (
              <tr key={key}>
                <Td className="pl-0!">{label}</Td>
                <Td align="right">
                  <Step row={mature} step={key} />
                </Td>
                <Td align="right" className="pr-0! text-soft">
                  <Step row={young} step={key} />
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

function Step({ row, step }: { row: QualificationRow | undefined; step: (typeof STEPS)[number]['key'] }) {
  if (!row) return <span className="text-faint">–</span>;
  const count = row[step];
  const { low, high } = wilsonInterval(count, row.marketing);
  return (
    <>
      <span className="font-strong">{formatNumber(count)}</span>
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
