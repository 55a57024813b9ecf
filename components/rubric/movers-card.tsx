'use client';

import { useState } from 'react';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { SegmentedControl } from '@/components/ui/segmented-control';
import type { LeadEffect } from '@/lib/effects/types';
import { MoverRow } from './mover-row';
import { useLeadNames } from './use-lead-names';

export interface MoversCardProps {
  effect: LeadEffect;
}

/** The leads that move the most, up or down, and because of what. */
export function MoversCard({ effect }: MoversCardProps) {
  const [chosen, setChosen] = useState<string>();
  const way = chosen ?? (effect.up.length === 0 && effect.down.length > 0 ? 'down' : 'up');
  const movers = way === 'down' ? effect.down : effect.up;
  const names = useLeadNames(movers.map(({ leadId }) => leadId));
  return (
    <Card>
      <CardHeader
        level={3}
        title="Biggest movers"
        actions={
          <SegmentedControl
            label="Which way"
            value={way}
            onValueChange={setChosen}
            segments={[
              { value: 'up', label: 'Up' },
              { value: 'down', label: 'Down' },
            ]}
          />
        }
      />
      <CardBody className="py-0.5">
        {movers.length === 0 ? (
          <p className="py-2 text-soft">Nobody moves {way}.</p>
        ) : (
          <ul>
            {movers.map((mover) => (
              <MoverRow key={mover.leadId} mover={mover} lead={names.get(mover.leadId)} />
            ))}
          </ul>
        )}
      </CardBody>
    </Card>
  );
}
