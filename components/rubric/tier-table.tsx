import { TierBadge } from '@/components/scores/tier-badge';
import { shortenTier } from '@/components/scores/tier-name';
import { Table, Td, Th } from '@/components/ui/table';
import type { TierMinimum } from '@/lib/rubrics/edit-tiers';
import type { Tier, TierAction } from '@/lib/scoring/types';

/** What happens with the leads of a tier. */
export const ACTION_WORDS: Record<TierAction, string> = {
  route: 'To a rep at once',
  nurture: 'Nurture, watch for intent',
  hold: 'Kept out of the queue',
};

/** What a tier asks for, and what it is called. */
export const TIER_MINIMUMS: readonly { key: TierMinimum; label: string }[] = [
  { key: 'minScore', label: 'Score' },
  { key: 'minFit', label: 'Fit' },
  { key: 'minIntent', label: 'Intent' },
];

export interface TierTableProps {
  tiers: readonly Tier[];
}

/** What a lead needs for each tier: the first whose minimums it meets is its own. */
export function TierTable({ tiers }: TierTableProps) {
  return (
    <Table caption="Tiers and what a lead needs for each">
      <thead>
        <tr>
          <Th>Tier</Th>
          {TIER_MINIMUMS.map(({ key, label }) => (
            <Th key={key} align="right" width={72}>
              {label}
            </Th>
          ))}
          <Th hideOnPhone>What happens</Th>
        </tr>
      </thead>
      <tbody>
        {tiers.map((tier, place) => (
          <tr key={tier.name}>
            <Td>
              <TierBadge tier={tier.name} />
              {shortenTier(tier.name) === tier.name ? null : (
                <span aria-hidden className="pl-2">
                  {tier.name}
                </span>
              )}
            </Td>
            {place === tiers.length - 1 ? (
              <Td colSpan={TIER_MINIMUMS.length} align="right" className="text-soft">
                everyone else
              </Td>
            ) : (
              TIER_MINIMUMS.map(({ key }) => (
                <Td key={key} align="right">
                  {tier[key]}
                </Td>
              ))
            )}
            <Td hideOnPhone className="text-soft">
              {ACTION_WORDS[tier.action]}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
