'use client';

import Link from 'next/link';
import { useState } from 'react';
import { TierBadge } from '@/components/scores/tier-badge';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { Skeleton } from '@/components/ui/skeleton';
import type { Effect, Mover } from '@/lib/effects/measure-effect';
import type { NamedLead } from '@/lib/effects/types';
import { useLeadNames } from './use-lead-names';

export interface MoversCardProps {
  effect: Effect;
  /** By row of the evidence. */
  leadIds: readonly string[];
}

/** The leads whose scores move the most, up or down. */
export function MoversCard({ effect, leadIds }: MoversCardProps) {
  const [way, setWay] = useState('up');
  const movers = way === 'down' ? effect.down : effect.up;
  const ids = movers.flatMap(({ row }) => leadIds[row] ?? []);
  const names = useLeadNames(ids);
  return (
    <Card>
      <CardHeader
        level={3}
        title="Biggest movers"
        actions={
          <SegmentedControl
            label="Which way"
            value={way}
            onValueChange={setWay}
            segments={[
              { value: 'up', label: 'Up' },
              { value: 'down', label: 'Down' },
            ]}
          />
        }
      />
      <CardBody className="py-0.5">
        {movers.length === 0 ? (
          <p className="py-2 text-soft">Nobody’s score goes {way}.</p>
        ) : (
          <ul>
            {movers.map((mover) => (
              <MoverRow key={mover.row} mover={mover} leadId={leadIds[mover.row] ?? ''} names={names} />
            ))}
          </ul>
        )}
      </CardBody>
    </Card>
  );
}

interface MoverRowProps {
  mover: Mover;
  leadId: string;
  names: ReadonlyMap<string, NamedLead>;
}

function MoverRow({ mover, leadId, names }: MoverRowProps) {
  const lead = names.get(leadId);
  return (
    <li className="flex h-7.5 items-center gap-2 border-t border-line first:border-t-0">
      {lead ? (
        <span className="min-w-0 grow truncate">
          <Link href={`/leads/${leadId}`} className="font-strong hover:underline">
            {lead.name}
          </Link>{' '}
          <span className="text-faint">{lead.company}</span>
        </span>
      ) : (
        <Skeleton className="h-3 w-32 grow" />
      )}
      <span className="whitespace-nowrap text-soft">
        {mover.scoreBefore} → {mover.scoreAfter}
      </span>
      <span className="flex w-17 shrink-0 items-center justify-end gap-1.5">
        {mover.tierBefore === mover.tierAfter ? null : (
          <>
            <TierBadge tier={mover.tierBefore} />
            <span className="text-faint">→</span>
          </>
        )}
        <TierBadge tier={mover.tierAfter} />
      </span>
    </li>
  );
}
