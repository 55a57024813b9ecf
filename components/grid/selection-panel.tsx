import Link from 'next/link';
import { AxisPair } from '@/components/scores/axis-bars';
import { TierBadge } from '@/components/scores/tier-badge';
import { tierColour } from '@/components/scores/tier-colour';
import { Avatar } from '@/components/ui/avatar';
import { ButtonLink } from '@/components/ui/button';
import { formatCount, formatNumber, formatPercent } from '@/components/ui/format';
import { PanelSection } from '@/components/ui/side-panel';
import { Table, Td, Th, Tr, TwoLines } from '@/components/ui/table';
import type { SelectionSummary } from '@/lib/grid/types';
import type { LeadRow } from '@/lib/leads/types';

export interface SelectionPanelProps {
  name: string;
  summary: SelectionSummary;
  /** Leads on the whole grid. */
  total: number;
  clearHref: string;
  /** All of the chosen leads, as a list. */
  allHref: string;
}

/** The leads that are chosen in the grid: how many, of which tiers, and the first of them. */
export function SelectionPanel({ name, summary, total, clearHref, allHref }: SelectionPanelProps) {
  const { count, disqualified, leads } = summary;
  return (
    <>
      <PanelSection>
        <div className="flex items-start gap-2">
          <div className="min-w-0 grow">
            <h2 className="text-base">{name}</h2>
            <p className="text-xs text-soft">
              {formatCount(count, 'lead')}
              {total > 0 ? `, ${formatPercent(count / total, 1)} of all` : ''}
              {disqualified > 0 ? `; ${formatNumber(disqualified)} disqualified, not drawn` : ''}
            </p>
          </div>
          <ButtonLink variant="quiet" size="sm" shortcut="Esc" href={clearHref} scroll={false}>
            Clear
          </ButtonLink>
        </div>
        {count > 0 ? <TierMix summary={summary} /> : null}
      </PanelSection>
      {leads.length > 0 ? (
        <>
          <LeadTable leads={leads} />
          <div className="flex h-9 items-center border-b border-line px-4 text-xs text-soft">
            <span>
              First {formatNumber(leads.length)} of {formatNumber(count)}, by score
            </span>
            <Link href={allHref} className="ml-auto inline-flex h-6 items-center font-medium text-accent">
              Show all
            </Link>
          </div>
        </>
      ) : (
        <PanelSection>
          <p className="text-soft">No lead is here. Choose another cell, or take a filter away.</p>
        </PanelSection>
      )}
    </>
  );
}

function TierMix({ summary: { tiers, count, medianScore } }: { summary: SelectionSummary }) {
  return (
    <div className="mt-3">
      <div aria-hidden className="mb-2 flex h-1.5 gap-px overflow-hidden rounded-[3px]">
        {tiers.map(({ tier, count: own }) => (
          <i key={tier} style={{ flex: own / count, background: tierColour(tier) }} />
        ))}
      </div>
      <div className="flex flex-wrap gap-x-4 text-xs">
        {tiers.map(({ tier, count: own }) => (
          <span key={tier} className="flex items-center gap-1.5">
            <i aria-hidden style={{ background: tierColour(tier) }} className="size-2 rounded-bar" />
            <b className="font-strong">{tier}</b> {formatNumber(own)}
          </span>
        ))}
        {medianScore === null ? null : (
          <span className="ml-auto text-soft">median score {formatNumber(medianScore)}</span>
        )}
      </div>
    </div>
  );
}

function LeadTable({ leads }: { leads: readonly LeadRow[] }) {
  return (
    <Table caption="The chosen leads with the highest scores" fixed>
      <thead>
        <tr>
          <Th className="pl-4">Lead</Th>
          <Th width={44} className="px-1.5">
            Tier
          </Th>
          <Th align="right" width={48} className="px-1.5">
            Score
          </Th>
          <Th width={96} className="px-1.5">
            Fit, intent
          </Th>
          <Th align="right" width={60} className="pr-4 pl-1.5">
            Owner
          </Th>
        </tr>
      </thead>
      <tbody>
        {leads.map((lead) => (
          <LeadLine key={lead.id} lead={lead} />
        ))}
      </tbody>
    </Table>
  );
}

function LeadLine({ lead: { id, name, company, score, owner } }: { lead: LeadRow }) {
  return (
    <Tr interactive>
      <Td className="pl-4">
        <TwoLines
          primary={
            <Link href={`/leads/${id}`} className="underline-offset-2 hover:underline">
              {name}
            </Link>
          }
          secondary={company?.name}
        />
      </Td>
      <Td className="px-1.5">{score ? <TierBadge tier={score.tier} /> : null}</Td>
      <Td align="right" className="px-1.5 font-strong">
        {score ? formatNumber(score.score) : null}
      </Td>
      <Td className="px-1.5">{score ? <AxisPair fit={score.fit} intent={score.intent} /> : null}</Td>
      <Td align="right" className="pr-4 pl-1.5">
        {owner ? <Avatar name={owner.name} /> : <span className="text-xs text-soft">Free</span>}
      </Td>
    </Tr>
  );
}
