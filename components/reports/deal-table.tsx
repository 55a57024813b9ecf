import Link from 'next/link';
import { TierBadge } from '@/components/scores/tier-badge';
import { Badge, type Tone } from '@/components/ui/badge';
import { formatMoney, formatNumber } from '@/components/ui/format';
import { InstantTime } from '@/components/ui/relative-time';
import { Table, Td, Th, Tr, TwoLines } from '@/components/ui/table';
import type { DealRow } from '@/lib/reports/types';

const OUTCOME: Record<DealRow['outcome'], { name: string; tone: Tone }> = {
  won: { name: 'Won', tone: 'good' },
  lost: { name: 'Lost', tone: 'neutral' },
  open: { name: 'Open', tone: 'accent' },
};

/** Deals with the tier and score that their lead had when a rep first engaged it. */
export function DealTable({ rows }: { rows: readonly DealRow[] }) {
  return (
    <Table caption="Deals, the lead engaged last first" fixed>
      <thead>
        <tr>
          <Th edge="start">Deal</Th>
          <Th hideOnPhone width="22%">
            Lead
          </Th>
          <Th className="w-13 md:w-20">
            Tier <span className="max-md:hidden">then</span>
          </Th>
          <Th align="right" className="w-20 max-sm:hidden md:w-24">
            Score <span className="max-md:hidden">then</span>
          </Th>
          <Th className="w-18 md:w-24 md:pl-6">Outcome</Th>
          <Th align="right" className="w-24">
            Amount
          </Th>
          <Th align="right" hideOnPhone className="w-38">
            First engaged
          </Th>
          <Th align="right" hideOnPhone edge="end" className="w-40">
            Closed
          </Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((deal) => (
          <DealLine key={deal.id} deal={deal} />
        ))}
      </tbody>
    </Table>
  );
}

function DealLine({ deal }: { deal: DealRow }) {
  const { name, tone } = OUTCOME[deal.outcome];
  return (
    <Tr interactive>
      <Td edge="start">
        <TwoLines
          primary={
            deal.lead ? (
              <Link href={`/leads/${deal.lead.id}`} className="underline-offset-2 hover:underline">
                {deal.name}
              </Link>
            ) : (
              deal.name
            )
          }
          secondary={deal.company}
        />
      </Td>
      <Td hideOnPhone className="truncate">
        {deal.lead ? deal.lead.name : <span className="text-faint">No lead</span>}
      </Td>
      <Td>
        <TierBadge tier={deal.tier} />
      </Td>
      <Td align="right" className="max-sm:hidden">
        {formatNumber(deal.score)}
      </Td>
      <Td className="md:pl-6">
        <Badge tone={tone}>{name}</Badge>
      </Td>
      <Td align="right" className="whitespace-nowrap">
        {deal.amount === null ? (
          <span className="text-faint">–</span>
        ) : deal.currency === null ? (
          formatNumber(deal.amount)
        ) : (
          formatMoney(deal.amount, deal.currency)
        )}
      </Td>
      <Td align="right" hideOnPhone className="whitespace-nowrap">
        <InstantTime at={deal.engagedAt} format="long" />
        {deal.basis === 'deal_created' ? (
          <span title="As of the deal’s creation" className="block text-2xs text-faint">
            deal’s creation
          </span>
        ) : null}
      </Td>
      <Td align="right" hideOnPhone edge="end" className="whitespace-nowrap">
        {deal.closedAt === null ? (
          <span className="text-faint">–</span>
        ) : (
          <InstantTime at={deal.closedAt} format="long" />
        )}
      </Td>
    </Tr>
  );
}
