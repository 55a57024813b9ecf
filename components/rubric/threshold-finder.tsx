'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { SegmentedControl } from '@/components/ui/segmented-control';
import type { TierMinimum } from '@/lib/rubrics/edit-tiers';
import type { ScoredDeal } from '@/lib/effects/types';
import type { Rubric } from '@/lib/scoring/types';
import { CapacityThreshold } from './capacity-threshold';
import { HistoryThreshold } from './history-threshold';

export interface ThresholdFinderProps {
  rubric: Rubric;
  onMinimum: (tier: string, minimum: TierMinimum, value: number) => void;
  listDeals: (rubric: Rubric) => Promise<ScoredDeal[]>;
}

/** Looks for the score from which the best tier should begin: by what the team can take, or by what has closed. */
export function ThresholdFinder({ rubric, onMinimum, listDeals }: ThresholdFinderProps) {
  const [open, setOpen] = useState(false);
  const [by, setBy] = useState('capacity');
  const best = rubric.tiers[0];
  if (!best || rubric.tiers.length < 2) return null;
  const apply = (minScore: number) => {
    onMinimum(best.name, 'minScore', minScore);
    setOpen(false);
  };
  return (
    <>
      <Button size="sm" onClick={() => setOpen(true)}>
        Find where {best.name} begins
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        width="md"
        title={`Where should ${best.name} begin?`}
        description={`Now from score ${best.minScore}, with fit from ${best.minFit} and intent from ${best.minIntent}.`}
      >
        <div className="flex flex-col gap-4">
          <SegmentedControl
            label="Find it by"
            className="self-start"
            value={by}
            onValueChange={setBy}
            segments={[
              { value: 'capacity', label: 'What the team can take' },
              { value: 'history', label: 'What has closed' },
            ]}
          />
          {by === 'capacity' ? (
            <CapacityThreshold rubric={rubric} onApply={apply} />
          ) : (
            <HistoryThreshold rubric={rubric} listDeals={listDeals} onApply={apply} />
          )}
        </div>
      </Dialog>
    </>
  );
}
