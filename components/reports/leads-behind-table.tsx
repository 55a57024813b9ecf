import Link from 'next/link';
import { TierBadge } from '@/components/scores/tier-badge';
import { formatNumber } from '@/components/ui/format';
import { InstantTime } from '@/components/ui/relative-time';
import { Table, Td, Th, Tr, TwoLines } from '@/components/ui/table';
import type { LeadsBehindSearch } from '@/lib/reports/schema';
import type { LeadBehind } from '@/lib/reports/types';
import { ANSWER_NAME, BEHIND_INSTANT } from './leads-behind-words';
import { sayHours } from './report-words';

export interface LeadsBehindTableProps {
  rows: readonly LeadBehind[];
  of: LeadsBehindSearch['of'];
}

/** Leads behind a figure, with what they were then and what they are now. */
export function LeadsBehindTable({ rows, of }: LeadsBehindTableProps) {
  return (
    <Table caption={`Leads behind the figure, newest first: ${BEHIND_INSTANT[of].toLowerCase()}`} fixed>
      <thead>
        <tr>
          <Th edge="start">Lead</Th>
          {of === 'qualified' ? null : (
            <Th className="w-14 md:w-24">
              Tier <span className="max-md:hidden">then</span>
            </Th>
          )}
          {of === 'engaged' ? (
            <Th align="right" className="w-24 max-sm:hidden">
              Score then
            </Th>
          ) : null}
          {of === 'worked' ? (
            <Th align="right" className="w-18 md:w-24">
              Time
            </Th>
          ) : null}
          {of === 'answered' ? (
            <>
              <Th className="w-40" hideOnPhone>
                Given to
              </Th>
              <Th align="right" className="w-24 md:w-32">
                Answered
              </Th>
            </>
          ) : null}
          <Th className="w-20 md:w-28 md:pl-8">Now</Th>
          <Th align="right" hideOnPhone edge="end" className="w-44">
            {BEHIND_INSTANT[of]}
          </Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <LeadLine key={row.key} row={row} of={of} />
        ))}
      </tbody>
    </Table>
  );
}

function LeadLine({ row, of }: { row: LeadBehind; of: LeadsBehindSearch['of'] }) {
  const { lead, at, tier, score, minutes, now } = row;
  return (
    <Tr interactive>
      <Td edge="start">
        {lead ? (
          <TwoLines
            primary={
              <Link href={`/leads/${lead.id}`} className="underline-offset-2 hover:underline">
                {lead.name}
              </Link>
            }
            secondary={lead.company}
          />
        ) : (
          <span className="text-faint">Erased</span>
        )}
      </Td>
      {of === 'qualified' ? null : (
        <Td>
          {tier === null ? <span className="text-xs text-faint">several</span> : <TierBadge tier={tier} />}
        </Td>
      )}
      {of === 'engaged' ? (
        <Td align="right" className="max-sm:hidden">
          {score === null ? '' : formatNumber(score)}
        </Td>
      ) : null}
      {of === 'worked' ? (
        <Td align="right" className="whitespace-nowrap">
          {sayHours((minutes ?? 0) / 60)}
        </Td>
      ) : null}
      {of === 'answered' ? <AnswerCells row={row} /> : null}
      <Td className="md:pl-8">
        {now ? (
          <span className="flex items-center gap-2">
            <TierBadge tier={now.tier} />
            {formatNumber(now.score)}
          </span>
        ) : (
          <span className="text-faint">–</span>
        )}
      </Td>
      <Td align="right" hideOnPhone edge="end" className="whitespace-nowrap">
        <InstantTime at={at} format="long" />
      </Td>
    </Tr>
  );
}

/** Who was given a lead, and how soon it was answered, in working time. */
function AnswerCells({ row: { rep, answer, minutes } }: { row: LeadBehind }) {
  return (
    <>
      <Td hideOnPhone>{rep}</Td>
      <Td align="right">
        {minutes === null ? null : <span className="block whitespace-nowrap">{sayHours(minutes / 60)}</span>}
        {answer === null ? null : (
          <span className={answer === 'inTime' ? 'text-xs text-faint' : 'text-xs text-soft'}>
            {ANSWER_NAME[answer]}
          </span>
        )}
      </Td>
    </>
  );
}
