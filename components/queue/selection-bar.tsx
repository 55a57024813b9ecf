'use client';

import { useState } from 'react';
import { DisqualifyDialog } from '@/components/leads/disqualify-dialog';
import { PassDialog } from '@/components/leads/pass-dialog';
import { SnoozeDialog } from '@/components/leads/snooze-dialog';
import { Button } from '@/components/ui/button';
import { formatCount } from '@/components/ui/format';
import { FilterBar } from '@/components/ui/page-body';
import { useShortcut } from '@/components/ui/use-shortcut';
import type { QueueView } from '@/lib/queue/loaders';

type Deed = 'snooze' | 'pass' | 'disqualify';

export interface SelectionBarProps {
  ids: readonly string[];
  view: QueueView;
  onClear: () => void;
}

/** What can be done to all ticked leads at once; stands in the place of the filters. */
export function SelectionBar({ ids, view, onClear }: SelectionBarProps) {
  const [open, setOpen] = useState<Deed>();
  const keys = { group: 'Ticked leads' };
  useShortcut('shift+s', 'Snooze them', () => setOpen('snooze'), keys);
  useShortcut('shift+p', 'Pass them on', () => setOpen('pass'), keys);
  useShortcut('shift+d', 'Disqualify them', () => setOpen('disqualify'), keys);
  useShortcut('shift+x', 'Untick all', onClear, keys);
  const dialog = {
    leads: { ids, called: formatCount(ids.length, 'lead') },
    onClose: () => setOpen(undefined),
  };
  return (
    <FilterBar role="toolbar" aria-label="Ticked leads" className="bg-accent-soft">
      <span className="mr-2 font-strong" role="status">
        {formatCount(ids.length, 'lead')} ticked
      </span>
      <Button size="sm" shortcut="⇧S" onClick={() => setOpen('snooze')}>
        Snooze
      </Button>
      <Button size="sm" shortcut="⇧P" onClick={() => setOpen('pass')}>
        Pass on
      </Button>
      <Button size="sm" shortcut="⇧D" onClick={() => setOpen('disqualify')}>
        Disqualify
      </Button>
      <Button size="sm" variant="quiet" className="ml-auto" onClick={onClear}>
        Untick all
      </Button>
      {open === 'snooze' ? <SnoozeDialog {...dialog} /> : null}
      {open === 'pass' ? <PassDialog {...dialog} owners={view.owners} /> : null}
      {open === 'disqualify' ? <DisqualifyDialog {...dialog} reasons={view.reasons.disqualified} /> : null}
    </FilterBar>
  );
}
