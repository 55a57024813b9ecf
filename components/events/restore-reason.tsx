'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { formatCount } from '@/components/ui/format';
import { useToast } from '@/components/ui/toast';
import { restoreReasonAction } from '@/lib/events/actions';

export interface RestoreReasonProps {
  reason: string;
  label: string;
  /** How many events are filtered for it. */
  total: number;
}

/** Has all events of one reason counted, after asking. */
export function RestoreReason({ reason, label, total }: RestoreReasonProps) {
  const [asking, setAsking] = useState(false);
  const show = useToast();
  const restore = async () => {
    const result = await restoreReasonAction({ reason });
    if (!result.ok) return show({ title: result.message, tone: 'bad' });
    const { events, leads } = result.value;
    show({
      title: `${formatCount(events, 'event')} restored`,
      description: `${formatCount(leads, 'lead')} are being rescored.`,
      tone: 'good',
    });
  };
  return (
    <>
      <Button size="sm" aria-label={`Count all: ${label}`} onClick={() => setAsking(true)}>
        Count all
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={`Count all of “${label}”?`}
        confirmLabel={`Count ${formatCount(total, 'event')}`}
        tone="primary"
        onConfirm={restore}
      >
        {formatCount(total, 'event')} will count as if people had done them, and the scores they bear on
        restate themselves. No rule sets them aside again; new events are judged as before. Single events can
        be set aside again on the page of their lead.
      </ConfirmDialog>
    </>
  );
}
