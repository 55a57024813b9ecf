'use client';

import { useState, type ReactNode } from 'react';
import { Dialog } from '@/components/ui/dialog';
import { decideLeadAction } from '@/lib/activities/actions';
import { QualifiedForm, WonForm } from './deal-form';
import type { Reasons } from '@/lib/reasons/schema';
import type { LeadDialogProps } from './lead-work';
import { NumberedChoices } from './numbered-choices';
import { useLeadWork, type Deed } from './use-lead-work';
import { NO_WORTH, readWorth, WorthFields } from './worth-fields';

type Step = 'choose' | 'qualified' | 'disqualified' | 'won' | 'lost';

const TITLE: Record<Step, string> = {
  choose: 'Outcome',
  qualified: 'Qualified: what deal?',
  disqualified: 'Disqualified: why?',
  won: 'Won: for how much?',
  lost: 'Lost: why?',
};

export interface OutcomeDialogProps extends LeadDialogProps {
  /** Why leads may be given up. */
  reasons: Reasons;
}

/** Says what became of a lead: qualified and won with a deal, disqualified and lost with a reason. */
export function OutcomeDialog({ lead, reasons, onClose }: OutcomeDialogProps) {
  const { perform } = useLeadWork();
  const [step, setStep] = useState<Step>('choose');
  const [lostWorth, setLostWorth] = useState(NO_WORTH);
  const decide = (input: Record<string, unknown>, deed: Pick<Deed, 'said' | 'undoable'>) => {
    onClose();
    perform({
      ...deed,
      run: () => decideLeadAction({ leadId: lead.id, ...input }),
      leaves: [lead.id],
    });
  };
  const giveUp = (outcome: 'disqualified' | 'lost', said: string, more: Record<string, unknown> = {}) =>
    reasons[outcome].map((reason) => ({
      label: reason,
      onChoose: () => decide({ outcome, reason, ...more }, { said, undoable: outcome === 'disqualified' }),
    }));
  const worth = readWorth(lostWorth);
  const body: Record<Step, ReactNode> = {
    choose: (
      <NumberedChoices
        label="Outcome"
        choices={[
          { label: 'Qualified', note: 'opens a deal', onChoose: () => setStep('qualified') },
          { label: 'Disqualified', note: 'with a reason', onChoose: () => setStep('disqualified') },
          { label: 'Won', note: 'with the amount', onChoose: () => setStep('won') },
          { label: 'Lost', note: 'with a reason', onChoose: () => setStep('lost') },
        ]}
      />
    ),
    qualified: (
      <QualifiedForm
        onQualified={(deal) => decide({ outcome: 'qualified', ...deal }, { said: 'Qualified' })}
      />
    ),
    disqualified: <NumberedChoices label="Reason" choices={giveUp('disqualified', 'Disqualified')} />,
    won: <WonForm onWon={(won) => decide({ outcome: 'won', ...won }, { said: 'Won' })} />,
    lost: (
      <div className="flex flex-col gap-3">
        <NumberedChoices
          label="Reason"
          choices={giveUp('lost', 'Lost', worth ? { worth } : undefined)}
          disabled={worth === null}
        />
        <WorthFields
          worth={lostWorth}
          onChange={setLostWorth}
          note="if known"
          error={worth === null ? 'An amount such as 24,000, or none.' : undefined}
        />
      </div>
    ),
  };
  return (
    <Dialog open onOpenChange={onClose} title={TITLE[step]} description={lead.name}>
      {body[step]}
    </Dialog>
  );
}
