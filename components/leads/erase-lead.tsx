'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { formatCount } from '@/components/ui/format';
import { useToast } from '@/components/ui/toast';
import { eraseLeadAction } from '@/lib/leads/actions';

export interface EraseLeadProps {
  lead: { id: string; name: string };
  /** How much of it there is. */
  held: { events: number; deals: number; activities: number };
}

/** Erases a person for good, after saying what goes and what stays. */
export function EraseLead({ lead, held }: EraseLeadProps) {
  const router = useRouter();
  const show = useToast();
  const [open, setOpen] = useState(false);
  const erase = async () => {
    const result = await eraseLeadAction({ leadId: lead.id });
    if (!result.ok) {
      show({ title: result.message, tone: 'bad' });
      return false;
    }
    router.replace('/leads');
    show({ title: `${lead.name} is erased` });
    return true;
  };
  return (
    <>
      <Button variant="danger" className="ml-auto" onClick={() => setOpen(true)}>
        Erase lead
      </Button>
      <ConfirmDialog
        open={open}
        onOpenChange={setOpen}
        title={`Erase ${lead.name} for good?`}
        confirmLabel="Erase lead"
        typeToConfirm={lead.name}
        onConfirm={erase}
      >
        <p>
          The person, {formatCount(held.events, 'event')},{' '}
          {formatCount(held.activities, 'activity', 'activities')}, all scores, notes and messages about them
          are removed. This cannot be undone.
        </p>
        <p className="mt-2">
          Reports keep what they count, with nothing that tells of whom
          {held.deals > 0 ? `: ${formatCount(held.deals, 'deal')} without name or notes` : ''}. What other
          tools hold is not touched.
        </p>
      </ConfirmDialog>
    </>
  );
}
