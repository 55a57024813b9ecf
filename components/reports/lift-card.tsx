import { formatCount, formatNumber, formatPercent } from '@/components/ui/format';
import type { Report } from '@/lib/reports/types';
import { csvAddress, dealsAddress } from './report-address';
import { ChartNote, ReportCard } from './report-card';

/** How many times as often each tenth of the deals closes as all together, best scores first. */
export function LiftCard({ report, className }: { report: Report; className?: string }) {
  const { gains, counted, period } = report;
  const most = Math.max(1, ...gains.deciles.map(({ lift }) => lift));
  const [best] = gains.deciles;
  return (
    <ReportCard
      title="Lift by decile"
      note="best scores first"
      csvHref={csvAddress('lift', period)}
      counts={formatCount(counted.closed, 'closed deal')}
      dealsHref={dealsAddress(period, { cohort: 'mature', outcome: 'closed' })}
      className={className}
    >
      {best ? (
        <>
          <ol aria-label="Lift by decile" className="relative flex h-44 items-end gap-1.5">
            <li
              aria-hidden
              style={{ bottom: `calc(20px + (100% - 40px) / ${most})` }}
              className="absolute inset-x-0 border-t border-dashed border-soft"
            />
            {gains.deciles.map(({ number, lift }) => (
              <li key={number} className="flex h-full min-w-0 grow basis-0 flex-col justify-end text-center">
                <span className="text-2xs/5 font-strong">{formatNumber(lift, 1)}</span>
                <span
                  style={{ height: `calc((100% - 40px) * ${lift / most})` }}
                  className="block rounded-t-sm bg-text/30"
                />
                <span className="text-2xs/5 text-faint">{number}</span>
              </li>
            ))}
          </ol>
          <ChartNote>
            The best tenth holds <b>{formatPercent(best.wins)}</b> of the wins. 1 (dashed) is how often all
            deals close.
          </ChartNote>
        </>
      ) : (
        <p className="text-soft">No deal of this period was won, so there is no lift to show.</p>
      )}
    </ReportCard>
  );
}
