import { TierBadge } from '@/components/scores/tier-badge';
import { NumberStepper } from '@/components/ui/number-stepper';
import { Table, Td, Th } from '@/components/ui/table';
import type { TierMinimum } from '@/lib/rubrics/edit-rubric';
import type { Tier, TierAction } from '@/lib/scoring/types';

const ACTION_WORDS: Record<TierAction, string> = {
  route: 'To a rep at once',
  nurture: 'Nurture, watch for intent',
  hold: 'Kept out of the queue',
};

const MINIMUMS: readonly { key: TierMinimum; label: string }[] = [
  { key: 'minScore', label: 'Score' },
  { key: 'minFit', label: 'Fit' },
  { key: 'minIntent', label: 'Intent' },
];

export interface TierTableProps {
  tiers: readonly Tier[];
  /** Without it the thresholds are for reading. */
  onMinimum?: (tier: string, minimum: TierMinimum, value: number) => void;
}

/** What a lead needs for each tier: the first whose minimums it meets is its own. */
export function TierTable({ tiers, onMinimum }: TierTableProps) {
  return (
    <Table caption="Tiers and what a lead needs for each">
      <thead>
        <tr>
          <Th>Tier</Th>
          {MINIMUMS.map(({ key, label }) => (
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
            <Td className="last:border-0">
              <TierBadge tier={tier.name} />
            </Td>
            {place === tiers.length - 1 ? (
              <Td colSpan={MINIMUMS.length} align="right" className="text-soft">
                everyone else
              </Td>
            ) : (
              MINIMUMS.map(({ key, label }) => (
                <Td key={key} align="right">
                  <Minimum tier={tier} minimum={key} label={label} onMinimum={onMinimum} />
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

interface MinimumProps extends Pick<TierTableProps, 'onMinimum'> {
  tier: Tier;
  minimum: TierMinimum;
  label: string;
}

function Minimum({ tier, minimum, label, onMinimum }: MinimumProps) {
  if (!onMinimum) return <>{tier[minimum]}</>;
  return (
    <NumberStepper
      aria-label={`Least ${label.toLowerCase()} for tier ${tier.name}`}
      value={tier[minimum]}
      min={0}
      max={100}
      withoutButtons
      className="w-14"
      onValueChange={(value) => onMinimum(tier.name, minimum, value)}
    />
  );
}
