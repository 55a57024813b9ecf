import Link from 'next/link';
import { Badge, Dot } from '@/components/ui/badge';
import { formatNumber, formatPercent, formatSigned } from '@/components/ui/format';
import { Table, Td, Th } from '@/components/ui/table';
import type { DriftView } from '@/lib/reports/loaders';
import { DRIFT_WORDS } from './drift-words';
import { csvAddress, leadsBehindAddress } from './report-address';
import { ChartNote, ReportCard } from './report-card';

/** For how many leads each criterion of the live rubric held at first engagement, then and since. */
export function CriteriaDriftCard({ moved, className }: { moved: DriftView; className?: string }) {
  const { criteria, view } = moved;
  // Whether a criterion held is known by the present rubric only.
  const period = { ...view.period, by: 'now' as const };
  return (
    <ReportCard
      long
      title="Drift, criterion by criterion"
      note="what moved most first"
      csvHref={csvAddress('criteria-drift', view.period)}
      counts={`The same leads, by version ${view.version ?? '–'} of the rubric, as its criteria held at first engagement`}
      leadsHref={leadsBehindAddress(period, { of: 'engaged' })}
      className={className}
    >
      <Table caption="How often each criterion held, then and since" className="max-sm:text-xs">
        <thead>
          <tr>
            <Th className="pl-0! md:w-[36%]">Criterion</Th>
            <Th align="right" hideOnPhone>
              Points
            </Th>
            <Th align="right">Held then</Th>
            <Th align="right">Since</Th>
            <Th align="right" hideOnPhone>
              Index
            </Th>
            <Th className="pr-0! pl-4!">Finding</Th>
          </tr>
        </thead>
        <tbody>
          {criteria.map(({ id, label, axis, points, bins, before, after, index, drift }) => (
            <tr key={id}>
              <Td className="max-w-0 min-w-32 pl-0!">
                <Link href={`/rubric#${id}`} className="flex items-center gap-2 hover:underline">
                  <Dot colour={`var(--${axis})`} />
                  <span className="font-strong sm:truncate print:overflow-visible print:whitespace-normal">
                    {label}
                  </span>
                </Link>
              </Td>
              <Td align="right" hideOnPhone className={points < 0 ? 'text-bad' : undefined}>
                {formatSigned(points)}
              </Td>
              <Td align="right">
                <Held
                  count={bins[0]?.before ?? 0}
                  all={before}
                  href={leadsBehindAddress(period, { of: 'engaged', criterion: id, cohort: 'mature' })}
                />
              </Td>
              <Td align="right">
                <Held
                  count={bins[0]?.after ?? 0}
                  all={after}
                  href={leadsBehindAddress(period, { of: 'engaged', criterion: id, cohort: 'young' })}
                />
              </Td>
              <Td align="right" hideOnPhone>
                {index === null ? <span className="text-faint">–</span> : index.toFixed(2)}
              </Td>
              <Td className="pr-0! pl-4!">
                <Badge tone={DRIFT_WORDS[drift].tone}>{DRIFT_WORDS[drift].word}</Badge>
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
      <ChartNote>
        A criterion that holds far more or far less often than when it was measured may no longer mean the
        same: a field that nobody fills in any more, a new campaign, another market.
      </ChartNote>
    </ReportCard>
  );
}

function Held({ count, all, href }: { count: number; all: number; href: string }) {
  return (
    <span className="whitespace-nowrap">
      {all === 0 ? '–' : formatPercent(count / all)}{' '}
      <Link href={href} className="text-xs text-soft hover:underline max-sm:block">
        {formatNumber(count)}/{formatNumber(all)}
      </Link>
    </span>
  );
}
