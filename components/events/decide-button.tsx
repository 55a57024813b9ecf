'use client';

import { useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { useToast } from '@/components/ui/toast';
import { decideEventAction } from '@/lib/events/actions';

export interface DecideButtonProps {
  eventId: string;
  /** The event, for screen readers: "Opened an e-mail". */
  title: string;
  /** Whether pressing has it counted; else it takes that back. */
  counts: boolean;
}

/** Has a filtered event counted, or takes that back; offers the way back either way. */
export function DecideButton({ eventId, title, counts }: DecideButtonProps) {
  const show = useToast();
  const [busy, startTransition] = useTransition();
  const decide = (next: boolean, again: boolean) =>
    startTransition(async () => {
      const result = await decideEventAction({ eventId, counts: next });
      if (!result.ok) return show({ title: result.message, tone: 'bad' });
      show({
        title: next ? 'It counts now; the score restates itself' : 'It does not count any more',
        action: again ? { label: 'Undo', onSelect: () => decide(!next, false) } : undefined,
      });
    });
  const label = counts ? 'Count it' : 'Do not count';
  return (
    <Button size="sm" busy={busy} aria-label={`${label}: ${title}`} onClick={() => decide(counts, true)}>
      {label}
    </Button>
  );
}
