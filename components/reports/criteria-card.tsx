import { clsx } from 'clsx';
import Link from 'next/link';
import { Badge, type Tone } from '@/components/ui/badge';
import {
  formatCount,
  formatNumber,
  formatPercent,
  formatPercentRange,
  formatSigned,
} from '@/components/ui/format';
import { Table, Td, Th } from '@/components/ui/table';
import { LEAST_CLOSED_FOR_RATE, type CloseRate } from '@/lib/calibration/close-rate';
import type { CriterionFlag } from '@/lib/calibration/criterion-evidence';
import type { RateRatio } from '@/lib/calibration/rate-ratio';
import type { CriteriaReport, CriterionLine } from '@/lib/reports/types';
import { csvAddress, dealsAddress, type PeriodMonths } from './report-address';
import { ChartNote, ReportCard } from './report-card';
import { formatFixed } from './report-words';

const FLAG: Record<CriterionFlag, { word: string; tone: Tone; why: string }> = {
  contradicts: {
    word: 'sign contradicts',
    tone: 'bad',
    why: 'Deals that had it closed the other way than its points say, by more than chance',
  },
  agrees: {
    word: 'agrees',
    tone: 'good',
    why: 'Deals that had it closed as its points say, by more than chance',
  },
  unclear: { word: 'not clear', tone: 'neutral', why: 'The difference may be chance' },
  never: {
    word: 'never fires',
    tone: 'warn',
    why: 'No closed deal had it: it may be dead weight, or misspelt',
  },
  always: { word: 'fires for all', tone: 'warn', why: 'Every closed deal had it: it tells nobody apart' },
  too_few: { word: 'too few to say', tone: 'neutral', why: 'Too few closed deals with it, or without it' },
};

export interface CriteriaCardProps {
  criteria: CriteriaReport;
  period: PeriodMonths;
  version: number | null;
}

/** Rule by rule: what closed deals say of each criterion, as it held when their lead was first engaged. */
export function CriteriaCard({ criteria, period, version }: CriteriaCardProps) {
  const { lines, closed, won } = criteria;
  return (
    <ReportCard
      long
      title="Rule by rule"
      note={`version ${version ?? '–'}, as its criteria held at first engagement`}
      csvHref={csvAddress('criteria', period)}
      counts={`${formatCount(closed, 'closed deal')}, ${formatNumber(won)} won; 95 % intervals: Wilson for rates, Koopman for the lift`}
      dealsHref={dealsAddress(period, { by: 'now', cohort: 'mature', outcome: 'closed' })}
    >
      <Table caption="What closed deals say of each criterion" className="max-sm:text-xs">
        <thead>
          <tr>
            <Th className="pl-0! md:w-[30%]">Criterion</Th>
            <Th align="right">Points</Th>
            <Th align="right">Deals</Th>
            <Th align="right">Won with</Th>
            <Th align="right" className="max-sm:hidden">
              Won without
            </Th>
            <Th align="right" hideOnPhone>
              Lift
            </Th>
            <Th align="right" hideOnPhone title="Weight of evidence: above 0 speaks for winning">
              WoE
            </Th>
            <Th align="right" hideOnPhone title="Information value: how much it tells winners from losers">
              IV
            </Th>
            <Th hideOnPhone className="pr-0! pl-4!">
              Finding
            </Th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            <CriterionRow
              key={line.id}
              line={line}
              period={period}
              opensAxis={line.axis !== lines[index - 1]?.axis}
            />
          ))}
        </tbody>
      </Table>
      <ChartNote>
        Counted as the present rubric would have found it at the instant a rep first engaged the lead: what
        became known later counts for nothing. Below {LEAST_CLOSED_FOR_RATE} closed deals with or without a
        criterion no rate is shown. Of twenty criteria that tell nothing, one stands out by chance.
      </ChartNote>
    </ReportCard>
  );
}

interface CriterionRowProps {
  line: CriterionLine;
  period: PeriodMonths;
  opensAxis: boolean;
}

function CriterionRow({ line, period, opensAxis }: CriterionRowProps) {
  const { id, label, axis, group, points, had, without, lift, weight, informationValue, flag } = line;
  const { word, tone, why } = FLAG[flag];
  const deals = (which: Record<string, string>) =>
    dealsAddress(period, { by: 'now', cohort: 'mature', outcome: 'closed', ...which });
  const badge = (
    <Badge tone={tone} title={why}>
      {word}
    </Badge>
  );
  return (
    <>
      {opensAxis ? (
        <tr>
          <th scope="rowgroup" colSpan={9} className="pt-4 pb-1 text-left text-xs font-medium text-soft">
            <i
              aria-hidden
              style={{ background: `var(--${axis})` }}
              className="mr-2 inline-block size-2 rounded-full"
            />
            {axis === 'fit' ? 'Fit' : 'Intent'}
          </th>
        </tr>
      ) : null}
      <tr className={clsx(flag === 'contradicts' && 'bg-bad-soft/40')}>
        <Td className="max-w-0 min-w-32 pl-0!">
          <Link
            href={`/rubric#${id}`}
            className="block font-strong hover:underline sm:truncate print:overflow-visible print:whitespace-normal"
            title={group}
          >
            {label}
          </Link>
          <span className="md:hidden">{badge}</span>
        </Td>
        <Td align="right" className={clsx(points < 0 && 'text-bad')}>
          {formatSigned(points)}
        </Td>
        <Td align="right">
          <Link href={deals({ criterion: id })} className="underline-offset-2 hover:underline">
            {formatNumber(had.closed)}
          </Link>
        </Td>
        <Td align="right">
          <Rate rate={had} />
        </Td>
        <Td align="right" className="max-sm:hidden">
          <Link href={deals({ missing: id })} className="hover:underline">
            <Rate rate={without} />
          </Link>
        </Td>
        <Td align="right" hideOnPhone className="whitespace-nowrap">
          {had.rate === null || without.rate === null ? <Nothing /> : <Lift lift={lift} />}
        </Td>
        <Td align="right" hideOnPhone>
          {had.closed === 0 ? <Nothing /> : formatFixed(weight, 2, true)}
        </Td>
        <Td align="right" hideOnPhone>
          {had.closed === 0 ? <Nothing /> : formatFixed(informationValue, 3)}
        </Td>
        <Td hideOnPhone className="pr-0! pl-4!">
          {badge}
        </Td>
      </tr>
    </>
  );
}

function Rate({ rate: { rate, interval, won, closed } }: { rate: CloseRate }) {
  if (rate === null || !interval) {
    return <span className="text-xs text-faint">{`${formatNumber(won)}/${formatNumber(closed)}`}</span>;
  }
  return (
    <span className="whitespace-nowrap" title={`${formatNumber(won)} of ${formatNumber(closed)}`}>
      {formatPercent(rate)}
      <span className="block text-2xs text-faint">{formatPercentRange(interval.low, interval.high)}</span>
    </span>
  );
}

function Lift({ lift: { ratio, interval } }: { lift: RateRatio }) {
  if (ratio === null) return <Nothing />;
  const write = (value: number) => (Number.isFinite(value) ? formatFixed(value, 1) : '∞');
  return (
    <>
      {write(ratio)}
      <span className="block text-2xs text-faint">
        {write(interval.low)}–{write(interval.high)}
      </span>
    </>
  );
}

function Nothing() {
  return <span className="text-faint">–</span>;
}
