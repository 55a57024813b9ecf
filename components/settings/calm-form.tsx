'use client';

import { useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { NumberStepper } from '@/components/ui/number-stepper';
import { useToast } from '@/components/ui/toast';
import { saveCalmAction } from '@/lib/calm/actions';
import type { CalmSettings } from '@/lib/calm/types';

export interface CalmFormProps {
  calm: CalmSettings;
  /** When it was saved, in milliseconds; null when it never was. */
  savedAt: number | null;
  mayEdit: boolean;
}

/** When a lead that keeps coming back is news again, for channels and for routing. */
export function CalmForm({ calm, savedAt, mayEdit }: CalmFormProps) {
  const [draft, setDraft] = useState(calm);
  const [basedOn, setBasedOn] = useState(savedAt);
  const [fault, setFault] = useState('');
  const [pending, startTransition] = useTransition();
  const show = useToast();
  const save = async () => {
    const answer = await saveCalmAction({ basedOn, calm: draft });
    if (!answer.ok) return setFault(answer.issues[0]?.message ?? answer.message);
    setFault('');
    setBasedOn(answer.value.savedAt);
    show({ title: 'Saved', tone: 'good' });
  };
  return (
    <div className="flex flex-col items-start gap-3 px-4 max-md:px-3">
      <p className="flex flex-wrap items-center gap-2">
        A lead that comes back into its tier is told of and routed again after it fell
        <NumberStepper
          aria-label="Points below the tier"
          className="w-28"
          min={0}
          max={100}
          disabled={!mayEdit}
          value={draft.fallPoints}
          onValueChange={(fallPoints) => setDraft({ ...draft, fallPoints })}
        />
        points below what the tier asks, or after
        <NumberStepper
          aria-label="Days of calm"
          className="w-28"
          min={0}
          max={365}
          disabled={!mayEdit}
          value={draft.days}
          onValueChange={(days) => setDraft({ ...draft, days })}
        />
        days
      </p>
      {mayEdit ? (
        <span className="flex items-center gap-3">
          <Button busy={pending} onClick={() => startTransition(save)}>
            Save the calm
          </Button>
          {fault ? (
            <span role="alert" className="text-bad">
              {fault}
            </span>
          ) : null}
        </span>
      ) : null}
    </div>
  );
}
