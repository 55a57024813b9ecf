import { GainsChart } from '@/components/charts/gains-chart';
import { tierColour } from '@/components/scores/tier-colour';
import { formatCount, formatPercent, formatPercentRange } from '@/components/ui/format';
import type { Report } from '@/lib/reports/types';
import { csvAddress, dealsAddress } from './report-address';
import { ChartNote, ReportCard } from './report-card';

/** How many of the wins are found by taking the best scores first. */
export function GainsCard({ report, className }: { report: Report; className?: string }) {
  const { gains, counted, period } = report;
  return (
    <ReportCard
      title="Gains"
      note="wins found, best score first"
      csvHref={csvAddress('gains', period)}
      counts={formatCount(counted.closed, 'closed deal')}
      dealsHref={dealsAddress(period, { cohort: 'mature', outcome: 'closed' })}
      className={className}
    >
      {gains.curve.length > 0 ? (
        <GainsChart
          label="Gains: share of wins by share of deals, best score first"
          curve={gains.curve}
          marks={gains.marks.map((mark) => ({ ...mark, colour: tierColour(mark.tier) }))}
          unit="deals"
        />
      ) : (
        <p className="text-soft">No deal of this period was won, so there is no curve to draw.</p>
      )}
      <RankNote auc={gains.auc} />
    </ReportCard>
  );
}

function RankNote({ auc }: { auc: Report['gains']['auc'] }) {
  if (!auc) return null;
  return (
    <ChartNote>
      A won deal outranks a lost one <b>{formatPercent(auc.auc)}</b> of the time
      {auc.interval ? ` (${formatPercentRange(auc.interval.low, auc.interval.high)})` : ''}; 50&nbsp;% is
      chance (dashed).
    </ChartNote>
  );
}
