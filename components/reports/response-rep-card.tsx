import { Meter } from '@/components/ui/meter';
import { Table, Td, Th } from '@/components/ui/table';
import { tierColour } from '@/components/scores/tier-colour';
import type { UseView } from '@/lib/reports/loaders';
import { csvAddress, leadsBehindAddress } from './report-address';
import { ReportCard } from './report-card';
import { formatPeriod, sayHours } from './report-words';
import { ShareInTime } from './response-card';

/** How soon each rep answered leads of the best tier. */
export function ResponseRepCard({ use, className }: { use: UseView; className?: string }) {
  const { response, best, view } = use;
  return (
    <ReportCard
      title={`Response to ${best} leads by rep`}
      csvHref={csvAddress('response-by-rep', view.period)}
      counts={`${best} leads given to a rep ${formatPeriod(view.period)}`}
      leadsHref={
        response.byRep.length > 0
          ? leadsBehindAddress(view.period, { of: 'answered', tier: [best] })
          : undefined
      }
      className={className}
    >
      {response.byRep.length > 0 ? (
        <Table caption={`Response to ${best} leads by rep`}>
          <thead>
            <tr>
              <Th className="pl-0!">Rep</Th>
              <Th width="30%" hideOnPhone aria-label="Bar" />
              <Th align="right">In target</Th>
              <Th align="right" className="pr-0!">
                Median
              </Th>
            </tr>
          </thead>
          <tbody>
            {response.byRep.map((row) => (
              <tr key={row.repId}>
                <Td className="pl-0!">{row.rep}</Td>
                <Td hideOnPhone>
                  <Meter value={row.inTime} max={Math.max(1, row.judged)} colour={tierColour(best)} />
                </Td>
                <Td align="right">
                  <ShareInTime answers={row} period={view.period} />
                </Td>
                <Td align="right" className="pr-0!">
                  {row.hours?.[2] === undefined ? '–' : sayHours(row.hours[2])}
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      ) : (
        <p className="text-soft">No {best} lead was given to a rep in this period.</p>
      )}
    </ReportCard>
  );
}
