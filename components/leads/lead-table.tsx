import Link from 'next/link';
import { AxisPair } from '@/components/scores/axis-bars';
import { QuadrantLabel } from '@/components/scores/quadrant-label';
import { TierBadge } from '@/components/scores/tier-badge';
import { RelativeTime } from '@/components/ui/relative-time';
import { Table, Td, Th, Tr, TwoLines } from '@/components/ui/table';
import { STATE_LABEL } from '@/lib/leads/constants';
import { toLeadsAddress, type LeadSearch } from '@/lib/leads/leads-address';
import type { LeadRow } from '@/lib/leads/types';

export interface LeadTableProps {
  rows: readonly LeadRow[];
  search: LeadSearch;
}

/** Leads as rows; tier and score sort. */
export function LeadTable({ rows, search }: LeadTableProps) {
  const sorted = (order: LeadSearch['sort']) => (search.sort === order ? 'descending' : undefined);
  return (
    <Table caption="Leads" fixed>
      <thead>
        <tr>
          <Th edge="start" sortHref={toLeadsAddress(search, { sort: 'added' })} sorted={sorted('added')}>
            Lead
          </Th>
          <Th width={52} sortHref={toLeadsAddress(search, { sort: 'rank' })} sorted={sorted('rank')}>
            Tier
          </Th>
          <Th
            align="right"
            width={64}
            sortHref={toLeadsAddress(search, { sort: 'score' })}
            sorted={sorted('score')}
          >
            Score
          </Th>
          <Th width={104} hideOnPhone>
            Fit, intent
          </Th>
          <Th width={124} hideOnPhone>
            Quadrant
          </Th>
          <Th hideOnPhone>Why now</Th>
          <Th width={150} hideOnPhone>
            Owner
          </Th>
          <Th align="right" edge="end" width={104}>
            State
          </Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </tbody>
    </Table>
  );
}

function Row({ row }: { row: LeadRow }) {
  const { score, owner } = row;
  return (
    <Tr interactive>
      <Td edge="start">
        <TwoLines
          primary={
            <Link href={`/leads/${row.id}`} className="hover:underline">
              {row.name}
            </Link>
          }
          secondary={[row.title, row.company?.name].filter(Boolean).join(' · ')}
        />
      </Td>
      <Td>{score ? <TierBadge tier={score.tier} /> : null}</Td>
      <Td align="right" className="font-strong">
        {score?.score ?? <span className="font-normal text-faint">–</span>}
      </Td>
      <Td hideOnPhone>{score ? <AxisPair fit={score.fit} intent={score.intent} /> : null}</Td>
      <Td hideOnPhone className="truncate text-soft">
        {score ? <QuadrantLabel quadrant={score.quadrant} /> : null}
      </Td>
      <Td hideOnPhone className="truncate text-soft">
        {score?.reason?.label}
        {score?.reason && score.reason.at !== null ? (
          <>
            {' '}
            <RelativeTime at={score.reason.at} />
          </>
        ) : null}
      </Td>
      <Td hideOnPhone className="truncate text-soft">
        {owner?.name ?? <span className="text-faint">Nobody</span>}
      </Td>
      <Td align="right" edge="end" className="text-soft">
        {STATE_LABEL[row.state]}
      </Td>
    </Tr>
  );
}
