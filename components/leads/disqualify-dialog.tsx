'use client';

import { Dialog } from '@/components/ui/dialog';
import { disqualifyLeadsAction } from '@/lib/activities/actions';
import type { LeadsDialogProps } from './lead-work';
import { NumberedChoices } from './numbered-choices';
import { useLeadWork } from './use-lead-work';

export interface DisqualifyDialogProps extends LeadsDialogProps {
  reasons: readonly string[];
}

/** Takes leads out of the queue for one reason. */
export function DisqualifyDialog({ leads, reasons, onClose }: DisqualifyDialogProps) {
  const { perform } = useLeadWork();
  const choices = reasons.map((reason) => ({
    label: reason,
    onChoose: () => {
      onClose();
      perform({
        said: 'Disqualified',
        run: () => disqualifyLeadsAction({ leadIds: leads.ids, reason }),
        undoable: true,
        leaves: leads.ids,
      });
    },
  }));
  return (
    <Dialog open onOpenChange={onClose} title="Disqualified: why?" description={leads.called}>
      <NumberedChoices label="Reason" choices={choices} />
    </Dialog>
  );
}
