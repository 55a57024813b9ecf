'use client';

import { useState, type ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { parseTypedNumber } from '@/components/ui/parse-number';
import { decideLeadAction } from '@/lib/activities/actions';
import { CURRENCIES, DISQUALIFY_REASONS, LOST_REASONS } from '@/lib/activities/constants';
import type { LeadDialogProps } from './lead-work';
import { NumberedChoices } from './numbered-choices';
import { useLeadWork, type Deed } from './use-lead-work';

type Step = 'choose' | 'qualified' | 'disqualified' | 'won' | 'lost';

const TITLE: Record<Step, string> = {
  choose: 'Outcome',
  qualified: 'Qualified: a deal worth how much?',
  disqualified: 'Disqualified: why?',
  won: 'Won: for how much?',
  lost: 'Lost: why?',
};

/** Says what became of a lead: qualified, disqualified and lost with a reason, won with an amount. */
export function OutcomeDialog({ lead, onClose }: LeadDialogProps) {
  const { perform } = useLeadWork();
  const [step, setStep] = useState<Step>('choose');
  const decide = (input: Record<string, unknown>, deed: Pick<Deed, 'said' | 'undoable'>) => {
    onClose();
    perform({
      ...deed,
      run: () => decideLeadAction({ leadId: lead.id, ...input }),
      leaves: lead.id,
    });
  };
  const choices = [
    {
      label: 'Qualified',
      note: 'opens a deal',
      onChoose: () => setStep('qualified'),
    },
    { label: 'Disqualified', note: 'with a reason', onChoose: () => setStep('disqualified') },
    { label: 'Won', note: 'with the amount', onChoose: () => setStep('won') },
    { label: 'Lost', note: 'with a reason', onChoose: () => setStep('lost') },
  ];
  const reasons = (outcome: 'disqualified' | 'lost', said: string) =>
    (outcome === 'lost' ? LOST_REASONS : DISQUALIFY_REASONS).map((reason) => ({
      label: reason,
      onChoose: () => decide({ outcome, reason }, { said, undoable: outcome === 'disqualified' }),
    }));
  const body: Record<Step, ReactNode> = {
    choose: <NumberedChoices label="Outcome" choices={choices} />,
    disqualified: <NumberedChoices label="Reason" choices={reasons('disqualified', 'Disqualified')} />,
    lost: <NumberedChoices label="Reason" choices={reasons('lost', 'Lost')} />,
    qualified: (
      <AmountForm
        action="Qualified"
        onGiven={(given) => decide({ outcome: 'qualified', ...given }, { said: 'Qualified' })}
      />
    ),
    won: (
      <AmountForm
        action="Won"
        needed
        onGiven={(given) => decide({ outcome: 'won', ...given }, { said: 'Won' })}
      />
    ),
  };
  return (
    <Dialog open onOpenChange={onClose} title={TITLE[step]} description={lead.name}>
      {body[step]}
    </Dialog>
  );
}

interface AmountFormProps {
  /** What the button says. */
  action: string;
  /** Whether nothing will do instead of an amount. */
  needed?: boolean;
  onGiven: (given: { amount?: number; currency?: string }) => void;
}

function AmountForm({ action, needed = false, onGiven }: AmountFormProps) {
  const [typed, setTyped] = useState('');
  const [currency, setCurrency] = useState<string>(CURRENCIES[0]);
  const [tried, setTried] = useState(false);
  const amount = parseTypedNumber(typed);
  const none = !needed && typed.trim() === '';
  const usable = none || (amount !== undefined && amount >= 0);
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (usable) onGiven(none ? {} : { amount, currency });
      }}
    >
      <div className="flex items-start gap-2">
        <Field
          label="Amount"
          note={needed ? undefined : 'optional'}
          error={tried && !usable ? 'An amount such as 24,000 is needed.' : undefined}
          className="grow"
        >
          {(field) => (
            <Input
              {...field}
              autoFocus
              inputMode="decimal"
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
        </Field>
        <Field label="Currency" className="w-24">
          {(field) => (
            <Select
              {...field}
              value={currency}
              onChange={(event) => setCurrency(event.target.value)}
              options={CURRENCIES.map((code) => ({ value: code, label: code }))}
            />
          )}
        </Field>
      </div>
      <div className="flex justify-end">
        <Button type="submit" variant="primary">
          {action}
        </Button>
      </div>
    </form>
  );
}
