import { clsx } from 'clsx';
import { TierBadge } from '@/components/scores/tier-badge';
import { tierColour } from '@/components/scores/tier-colour';
import { Card, CardBody } from '@/components/ui/card';
import { formatNumber, formatSigned } from '@/components/ui/format';
import { Meter } from '@/components/ui/meter';
import type { Effect } from '@/lib/effects/measure-effect';

export interface TiersCardProps {
  effect: Effect;
  liveNumber: number;
}

/** Leads per tier, under the live rubric and under the draft. */
export function TiersCard({ effect, liveNumber }: TiersCardProps) {
  const names = [...new Set([...effect.tiersAfter, ...effect.tiersBefore])];
  const countOf = (tiers: readonly string[], counts: readonly number[], name: string) =>
    counts[tiers.indexOf(name)] ?? 0;
  return (
    <Card>
      <CardBody>
        <table className="w-full">
          <caption className="sr-only">Leads per tier, live and under the draft</caption>
          <thead>
            <tr className="text-xs text-faint [&>th]:pb-1 [&>th]:font-normal">
              <th scope="col" className="w-8 text-left">
                <span className="sr-only">Tier</span>
              </th>
              <th scope="col">
                <span className="sr-only">Share under the draft</span>
              </th>
              <th scope="col" className="w-15 text-right">
                v{liveNumber}
              </th>
              <th scope="col" className="w-15 text-right">
                draft
              </th>
              <th scope="col" className="w-14 text-right">
                <span className="sr-only">Difference</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {names.map((name) => {
              const before = countOf(effect.tiersBefore, effect.countsBefore, name);
              const after = countOf(effect.tiersAfter, effect.countsAfter, name);
              return (
                <tr key={name} className="h-7">
                  <th scope="row" className="text-left">
                    <TierBadge tier={name} />
                  </th>
                  <td>
                    <Meter value={after} max={effect.leadCount} colour={tierColour(name)} className="h-2" />
                  </td>
                  <td className="text-right text-soft">{formatNumber(before)}</td>
                  <td className="text-right font-strong">{formatNumber(after)}</td>
                  <td className={clsx('text-right text-xs', toneOf(after - before))}>
                    {after === before ? '' : formatSigned(after - before)}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </CardBody>
    </Card>
  );
}

function toneOf(difference: number): string {
  return difference > 0 ? 'text-good' : 'text-bad';
}
