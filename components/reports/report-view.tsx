import type { ReactNode } from 'react';
import { formatCount } from '@/components/ui/format';
import type { OutcomesView, ReportFrame } from '@/lib/reports/loaders';
import type { Report } from '@/lib/reports/types';
import { CalibrationCard } from './calibration-card';
import { CloseRateCard } from './close-rate-card';
import { GainsCard } from './gains-card';
import { LiftCard } from './lift-card';
import { OutcomesCard } from './outcomes-card';
import { ReportBar } from './report-bar';
import { formatPeriod } from './report-words';
import { RevenueCard } from './revenue-card';
import { ScoringSwitch } from './scoring-switch';
import { VerdictLine } from './verdict-line';
import { YoungCard } from './young-card';

export interface ReportViewProps {
  report: Report;
  outcomes: OutcomesView;
  view: ReportFrame;
  /** What there is to look at: takes longer to find, and comes after. */
  look: ReactNode;
}

/** Does it work: the verdict, and the charts that it rests on. */
export function ReportView({ report, outcomes, view, look }: ReportViewProps) {
  const { period, verdict, counted } = report;
  return (
    <div className="@container grid grid-cols-12 gap-3 *:col-span-full">
      <div className="flex flex-wrap items-end gap-x-6 gap-y-3 pb-1">
        <div className="min-w-0 grow basis-[520px]">
          <VerdictLine
            verdict={verdict}
            basis={
              verdict.kind === 'too_few'
                ? `Leads first engaged ${formatPeriod(period)}`
                : `${formatCount(counted.closed, 'closed deal')}, leads first engaged ${formatPeriod(period)}`
            }
          />
          {look}
        </div>
        <div className="flex flex-wrap items-center gap-3">
          <ScoringSwitch period={period} version={view.version} />
          <ReportBar view={view} />
        </div>
      </div>
      <CloseRateCard report={report} className="@5xl:col-span-7" />
      <YoungCard report={report} className="@5xl:col-span-5" />
      <GainsCard report={report} className="@5xl:col-span-4" />
      <CalibrationCard report={report} className="@5xl:col-span-5" />
      <LiftCard report={report} className="@5xl:col-span-3" />
      <OutcomesCard
        report={report}
        funnel={outcomes.funnel}
        sample={outcomes.sample}
        className="@5xl:col-span-7"
      />
      <RevenueCard
        report={report}
        revenue={outcomes.revenue}
        times={outcomes.times}
        className="@5xl:col-span-5"
      />
    </div>
  );
}
