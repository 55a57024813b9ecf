import { RateBandChart } from '@/components/charts/rate-band-chart';
import { tierColour } from '@/components/scores/tier-colour';
import { formatCount } from '@/components/ui/format';
import { countRises } from '@/lib/calibration/score-bands';
import type { Report } from '@/lib/reports/types';
import { csvAddress, dealsAddress } from './report-address';
import { ChartNote, ReportCard } from './report-card';

const COUNTED = { cohort: 'mature', outcome: 'closed' } as const;

/** Close rate by band of the score at first engagement: a score that means something rises from left to right. */
export function CalibrationCard({ report, className }: { report: Report; className?: string }) {
  const { counted, period } = report;
  return (
    <ReportCard
      title="Calibration"
      note="score at first engagement to close rate"
      csvHref={csvAddress('calibration', period)}
      counts={`${formatCount(counted.closed, 'closed deal')}, 95 % Wilson intervals`}
      dealsHref={dealsAddress(period, COUNTED)}
      className={className}
    >
      {counted.closed === 0 ? (
        <p className="text-soft">No deal of this period counts yet, so there is nothing to calibrate by.</p>
      ) : (
        <BandChart report={report} />
      )}
    </ReportCard>
  );
}

function BandChart({ report: { bands, tiers, period } }: { report: Report }) {
  const { rises, steps } = countRises(bands);
  return (
    <>
      <RateBandChart
        label="Close rate by score at first engagement"
        bands={bands.map(({ low, high, won, closed, rate, interval, tier }) => ({
          low,
          high,
          hits: won,
          total: closed,
          rate: rate ?? undefined,
          from: interval?.low,
          to: interval?.high,
          colour: tier === null ? 'var(--soft)' : tierColour(tier),
          href: closed > 0 ? dealsAddress(period, { ...COUNTED, score: { low, high } }) : undefined,
        }))}
        cuts={tiers.flatMap(({ name, minScore }) =>
          minScore === null
            ? []
            : [{ value: minScore, label: `${name} from ${minScore}`, colour: tierColour(name) }],
        )}
        bandName="score"
        countName="won"
      />
      <ChartNote>
        {steps > 0 ? (
          <>
            <b>
              Rises in {rises} of {steps} {steps === 1 ? 'step' : 'steps'}.
            </b>{' '}
            Each dot has the colour of the tier that most of its deals had.
          </>
        ) : (
          'Too few deals in each band to tell how the close rate runs with the score.'
        )}
      </ChartNote>
    </>
  );
}
