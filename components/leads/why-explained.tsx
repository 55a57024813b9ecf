import { clsx } from 'clsx';
import { ArrowUpToLine } from 'lucide-react';
import { DecayCurveChart } from '@/components/charts/decay-curve-chart';
import { ItemFlags } from '@/components/flags/item-flags';
import { AXIS_COLOUR, AXIS_NAME } from '@/components/scores/axis-bars';
import { ScoreSum } from '@/components/scores/score-sum';
import { SignedPoints } from '@/components/scores/signed-points';
import { formatNumber, formatSigned } from '@/components/ui/format';
import { InstantTime } from '@/components/ui/relative-time';
import type { WhyAxis, WhyGroup, WhyRow, WhyTable } from '@/lib/leads/why-table';
import type { Words } from '@/lib/scoring/describe-criterion';
import { Evidence } from './evidence';

const STAYS = Array.from({ length: 61 }, () => 1);

export interface WhyExplainedProps {
  why: WhyTable;
  /** Share of fit in the score, 0–1. */
  fitWeight: number;
}

/** Why a lead scores as it does, whole: every criterion that counts, its curve, its groups and limits, and the sums. */
export function WhyExplained({ why, fitWeight }: WhyExplainedProps) {
  const [fit, intent] = why.axes;
  return (
    <>
      <table className="w-full table-fixed border-collapse">
        <caption className="sr-only">Every criterion that counts, with its points now and in a week</caption>
        <colgroup>
          <col />
          <col className="w-24 max-md:hidden" />
          <col className="w-[196px] max-md:hidden" />
          <col className="w-[60px]" />
          <col className="w-[76px]" />
        </colgroup>
        <thead>
          <tr className="text-xs text-faint [&>th]:h-7 [&>th]:border-b [&>th]:border-line [&>th]:font-medium">
            <th scope="col" className="text-left">
              Evidence
            </th>
            <th scope="col" className="text-right max-md:hidden">
              Units × points
            </th>
            <th scope="col" className="pl-7 text-left max-md:hidden">
              The next 30 days
            </th>
            <th scope="col" className="text-right">
              Now
            </th>
            <th scope="col" className="text-right">
              In a week
            </th>
          </tr>
        </thead>
        {why.axes.map((axis) => (
          <AxisRows key={axis.axis} axis={axis} />
        ))}
        <tbody>
          <tr className="[&>td]:h-10 [&>td]:border-t [&>td]:border-line-strong [&>td]:font-semibold">
            <td>
              Score{' '}
              <How>
                <ScoreSum fitWeight={fitWeight} fit={fit.now} intent={intent.now} />
              </How>
            </td>
            <td className="max-md:hidden" />
            <td className="max-md:hidden" />
            <td className="text-right text-base">{why.score.now}</td>
            <td className="text-right text-base">{why.score.inAWeek}</td>
          </tr>
        </tbody>
      </table>
      <InWords why={why} />
      <Idle idle={why.idle} />
    </>
  );
}

function How({ children }: { children: React.ReactNode }) {
  return <span className="text-xs font-normal text-soft">{children}</span>;
}

function AxisRows({ axis }: { axis: WhyAxis }) {
  const colour = AXIS_COLOUR[axis.axis];
  const sum = axis.parts.length === 0 ? '0' : axis.parts.map(writePart).join(' ');
  return (
    <tbody>
      {axis.groups.map((group) => (
        <GroupRows key={group.id} group={group} axis={axis} />
      ))}
      <tr className="[&>td]:h-8.5 [&>td]:border-t [&>td]:border-line-strong [&>td]:font-semibold">
        <td>
          {AXIS_NAME[axis.axis]}{' '}
          <How>
            = {sum}
            {axis.after === 'as it is' ? '' : `, ${axis.after}`}
          </How>
        </td>
        <td className="max-md:hidden" />
        <td className="max-md:hidden" />
        <td className="text-right" style={{ color: colour }}>
          {axis.now}
        </td>
        <td className="text-right" style={{ color: colour }}>
          {axis.inAWeek}
        </td>
      </tr>
    </tbody>
  );
}

function writePart(part: number, index: number): string {
  const text = formatNumber(Math.abs(part), 1);
  if (index === 0) return part < 0 ? `−${text}` : text;
  return `${part < 0 ? '−' : '+'} ${text}`;
}

function GroupRows({ group, axis }: { group: WhyGroup; axis: WhyAxis }) {
  return (
    <>
      <tr className="text-xs [&>td]:h-8.5 [&>td]:pb-1 [&>td]:align-bottom">
        <td className="text-soft">
          {group.label}
          {group.limits ? <span className="text-faint"> · {group.limits}</span> : null}
        </td>
        <td className="max-md:hidden" />
        <td className="max-md:hidden" />
        <td className="text-right">{formatNumber(group.now, 1)}</td>
        <td className="text-right">{formatNumber(group.inAWeek, 1)}</td>
      </tr>
      {group.rows.map((row) => (
        <Row key={row.id} row={row} colour={AXIS_COLOUR[axis.axis]} />
      ))}
      {group.limit ? <LimitRow limit={group.limit} /> : null}
    </>
  );
}

function Row({ row, colour }: { row: WhyRow; colour: string }) {
  return (
    <tr className="[&>td]:h-7 max-md:[&>td]:h-10.5">
      <td className="pl-3.5">
        <div className="truncate max-md:leading-[17px] max-md:whitespace-normal">
          {row.label}{' '}
          <span className="text-xs text-soft max-md:block max-md:truncate">
            <Evidence row={row} />
          </span>
          <ItemFlags kind="criterion" itemId={row.id} label={row.label} />
        </div>
      </td>
      <td className="text-right text-xs text-soft max-md:hidden">
        {formatNumber(row.units, 3)} × {formatNumber(row.points, 2)}
      </td>
      <td className="pl-7 max-md:hidden">
        <span className="flex items-center gap-2 text-xs whitespace-nowrap text-soft">
          <DecayCurveChart values={row.curve ?? STAYS.map(() => 0)} colour={colour} />
          <Fate row={row} />
        </span>
      </td>
      <td className="text-right">
        <SignedPoints points={row.now} />
      </td>
      <td className="text-right">
        <SignedPoints points={row.inAWeek} soft />
      </td>
    </tr>
  );
}

/** What time does to a row, in words. */
function Fate({ row }: { row: WhyRow }) {
  if (row.now === 0) return <>to come</>;
  if (row.decay !== null) return <>{row.decay.replace(/ days?$/, ' d')}</>;
  return row.turnsAt === null ? (
    <>stays</>
  ) : (
    <span>
      until <InstantTime at={row.turnsAt} />
    </span>
  );
}

function LimitRow({ limit }: { limit: NonNullable<WhyGroup['limit']> }) {
  return (
    <tr className="text-warn [&>td]:h-7">
      <td className="pl-3.5">
        <span className="inline-flex items-center gap-1.5 font-medium">
          <ArrowUpToLine size={12} aria-hidden className={clsx(limit.now > 0 && 'rotate-180')} />
          Group limit {formatNumber(limit.bound, 1)}
        </span>
      </td>
      <td className="text-right text-xs max-md:hidden">
        {formatNumber(limit.sum, 1)} → {formatNumber(limit.bound, 1)}
      </td>
      <td className="max-md:hidden" />
      <td className="text-right font-strong">{formatSigned(limit.now)}</td>
      <td className="text-right">{formatSigned(limit.inAWeek)}</td>
    </tr>
  );
}

/** The same rows in sentences: what each is worth, when it next moves, and which limits bite. */
function InWords({ why }: { why: WhyTable }) {
  const rows = why.axes.flatMap(({ groups }) => groups.flatMap((group) => group.rows));
  if (rows.length === 0) return null;
  return (
    <details className="group mt-1.5 text-xs text-soft">
      <summary className="flex list-none items-center gap-1.5 [&::-webkit-details-marker]:hidden">
        Each row in words, with its next drop
        <span className="font-medium text-accent group-open:hidden">Show</span>
        <span className="hidden font-medium text-accent group-open:inline">Hide</span>
      </summary>
      <ul className="mt-1.5">
        {rows.map((row) => (
          <li key={row.id} className="border-t border-line py-1.5">
            <span className="text-text">{row.label}.</span> <Sentence words={row.words} />
          </li>
        ))}
        <li className="border-t border-line py-1.5">
          <span className="text-text">Tier.</span> <Sentence words={why.tierWords} />
        </li>
      </ul>
    </details>
  );
}

function Sentence({ words }: { words: Words }) {
  return words.map((part) =>
    typeof part === 'string' ? part : <InstantTime key={part.at} at={part.at} format="long" />,
  );
}

function Idle({ idle }: { idle: WhyTable['idle'] }) {
  if (idle.length === 0) return null;
  return (
    <details className="group mt-1.5 text-xs text-soft">
      <summary className="flex list-none items-center gap-1.5 [&::-webkit-details-marker]:hidden">
        {idle.length === 1 ? '1 criterion does not apply' : `${idle.length} criteria do not apply`}
        <span className="font-medium text-accent group-open:hidden">Show</span>
        <span className="hidden font-medium text-accent group-open:inline">Hide</span>
      </summary>
      <ul className="mt-1.5">
        {idle.map((criterion) => (
          <li key={criterion.id} className="flex gap-3 border-t border-line py-1.5">
            <span className="min-w-0 grow">
              <span className="text-text">{criterion.label}</span>{' '}
              <span className="break-words">
                {criterion.condition}
                {criterion.faded ? ', faded' : null}
              </span>
            </span>
            <span className="shrink-0">{formatSigned(criterion.points)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
