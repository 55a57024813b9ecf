import { formatCount } from '@/components/ui/format';
import type { Report } from '@/lib/reports/types';
import { CalibrationCard } from './calibration-card';
import { CloseRateCard } from './close-rate-card';
import { GainsCard } from './gains-card';
import { PeriodPicker } from './period-picker';
import { formatPeriod } from './report-words';
import { VerdictLine } from './verdict-line';
import { YoungCard } from './young-card';

export interface ReportViewProps {
  report: Report;
  /** Months that the period may be chosen from, newest first. */
  months: readonly string[];
}

/** Does it work: the verdict, and the charts that it rests on. */
export function ReportView({ report, months }: ReportViewProps) {
  const { period, verdict, counted } = report;
  return (
    <div className="grid grid-cols-12 gap-3 *:col-span-full">
      <div className="flex flex-wrap items-end gap-x-6 gap-y-3 pb-1">
        <VerdictLine
          verdict={verdict}
          basis={
            verdict.kind === 'too_few'
              ? `Leads first engaged ${formatPeriod(period)}`
              : `${formatCount(counted.closed, 'closed deal')}, leads first engaged ${formatPeriod(period)}`
          }
        />
        <PeriodPicker from={period.from} to={period.to} months={months} />
      </div>
      <CloseRateCard report={report} className="lg:col-span-7" />
      <YoungCard report={report} className="lg:col-span-5" />
      <GainsCard report={report} className="lg:col-span-5" />
      <CalibrationCard report={report} className="lg:col-span-7" />
    </div>
  );
}
