import { clsx } from 'clsx';
import { TierBadge } from '@/components/scores/tier-badge';
import { shortenTier } from '@/components/scores/tier-name';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { formatCount, formatNumber } from '@/components/ui/format';
import { compareTiers } from '@/lib/effects/compare-tiers';
import type { LeadEffect } from '@/lib/effects/types';
import type { SideNames } from './side-names';

export interface MovesCardProps {
  effect: LeadEffect;
  names: SideNames;
}

/** How many leads go from which tier to which. */
export function MovesCard({ effect, names }: MovesCardProps) {
  const { tiersBefore, tiersAfter, moves, moved } = effect;
  return (
    <Card>
      <CardHeader
        level={3}
        title="Who moves"
        actions={<span className="text-xs text-faint">{formatCount(moved, 'lead')}</span>}
      />
      <CardBody>
        <table className="w-full border-separate border-spacing-0.5">
          <caption className="sr-only">
            Leads by their tier under {names.before} and under {names.after}
          </caption>
          <thead>
            <tr className="text-xs text-faint [&>th]:font-normal">
              <th scope="col" className="text-left whitespace-nowrap">
                {names.before} ↓ {names.after} →
              </th>
              {tiersAfter.map((name) => (
                <th key={name} scope="col" title={name} className="px-2 text-right">
                  {shortenTier(name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {tiersBefore.map((from, row) => (
              <tr key={from}>
                <th scope="row" className="h-6.5 text-left">
                  <TierBadge tier={from} />
                </th>
                {tiersAfter.map((to, column) => (
                  <td key={to} className={clsx('rounded-sm px-2 text-right', moveTone(effect, row, column))}>
                    {formatNumber(moves[row]?.[column] ?? 0)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </CardBody>
    </Card>
  );
}

function moveTone({ tiersBefore, tiersAfter, moves }: LeadEffect, row: number, column: number): string {
  const count = moves[row]?.[column] ?? 0;
  const rise = compareTiers(tiersBefore, row, tiersAfter, column);
  if (count === 0 || rise === 0) return 'text-faint';
  return rise > 0 ? 'bg-tier-a-soft font-semibold text-tier-a' : 'bg-bad-soft font-semibold text-bad';
}
