import { clsx } from 'clsx';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { formatNumber, formatSigned } from '@/components/ui/format';
import type { LeadEffect } from '@/lib/effects/types';
import { SideHeads } from './side-heads';
import type { SideNames } from './side-names';

export interface QueuesCardProps {
  effect: LeadEffect;
  names: SideNames;
}

/** How many leads would wait for each rep, and for nobody in particular. */
export function QueuesCard({ effect, names }: QueuesCardProps) {
  return (
    <Card>
      <CardHeader level={3} title="Queues" note="leads that wait, by rep" />
      <CardBody className="py-1.5">
        <table className="w-full">
          <caption className="sr-only">
            Leads that wait, by rep, under {names.before} and under {names.after}
          </caption>
          <thead>
            <tr className="text-xs text-faint [&>th]:pb-1 [&>th]:font-normal">
              <th scope="col" className="text-left">
                <span className="sr-only">Rep</span>
              </th>
              <SideHeads names={names} />
            </tr>
          </thead>
          <tbody>
            {effect.queues.map(({ person, before, after }, place) => (
              <tr key={`${person ?? ''} ${place}`} className="h-6.5">
                <th scope="row" className={clsx('text-left font-normal', person === null && 'text-soft')}>
                  {person ?? 'Free to take'}
                </th>
                <td className="text-right text-soft">{formatNumber(before)}</td>
                <td className="text-right font-strong">{formatNumber(after)}</td>
                <td className={clsx('text-right text-xs', after > before ? 'text-good' : 'text-bad')}>
                  {after === before ? '' : formatSigned(after - before)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </CardBody>
    </Card>
  );
}
