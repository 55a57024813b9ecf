import { TierBadge } from '@/components/scores/tier-badge';
import { tierColour } from '@/components/scores/tier-colour';
import { Card, CardBody } from '@/components/ui/card';
import { formatNumber, formatSigned } from '@/components/ui/format';
import { Meter } from '@/components/ui/meter';
import type { LeadEffect } from '@/lib/effects/types';
import { SideHeads } from './side-heads';
import type { SideNames } from './side-names';

export interface TiersCardProps {
  effect: LeadEffect;
  names: SideNames;
}

/** Leads per tier, under both rubrics. */
export function TiersCard({ effect, names }: TiersCardProps) {
  const { tiersBefore, tiersAfter, before, after } = effect;
  const tiers = [...new Set([...tiersAfter, ...tiersBefore])];
  return (
    <Card>
      <CardBody>
        <table className="w-full">
          <caption className="sr-only">
            Leads per tier, {names.before} and {names.after}
          </caption>
          <thead>
            <tr className="text-xs text-faint [&>th]:pb-1 [&>th]:font-normal">
              <th scope="col" className="w-8 text-left">
                <span className="sr-only">Tier</span>
              </th>
              <th scope="col">
                <span className="sr-only">Share under {names.after}</span>
              </th>
              <SideHeads names={names} />
            </tr>
          </thead>
          <tbody>
            {tiers.map((tier) => {
              const was = before.tiers[tiersBefore.indexOf(tier)] ?? 0;
              const is = after.tiers[tiersAfter.indexOf(tier)] ?? 0;
              return (
                <tr key={tier} className="h-7">
                  <th scope="row" className="text-left">
                    <TierBadge tier={tier} />
                  </th>
                  <td>
                    <Meter value={is} max={effect.leadCount} colour={tierColour(tier)} className="h-2" />
                  </td>
                  <td className="text-right text-soft">{formatNumber(was)}</td>
                  <td className="text-right font-strong">{formatNumber(is)}</td>
                  <td className="text-right text-xs text-soft">{is === was ? '' : formatSigned(is - was)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </CardBody>
    </Card>
  );
}
