'use client';

import { X } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { Skeleton } from '@/components/ui/skeleton';
import type { Labels } from '@/lib/scoring/describe';
import type { Rubric } from '@/lib/scoring/types';
import type { TypedLead } from '@/lib/trials/schema';
import { LeadPicker, type PickedLead } from './lead-picker';
import { TrialTable } from './trial-table';
import { TypedLeadForm } from './typed-lead-form';
import { useTrial } from './use-trial';

const MODES = [
  { value: 'pick', label: 'Pick a lead' },
  { value: 'type', label: 'Type one' },
] as const;

const NOBODY: TypedLead = { email: '', knownDays: 0, values: {}, events: [] };

export interface TrialPanelProps {
  live: Rubric;
  draft: Rubric;
  /** The sides' names: "v3", "draft". */
  names: { before: string; after: string };
  labels: Labels;
  onClose: () => void;
}

/** One lead, picked or typed, under the live version and under the draft, while the draft is edited beside it. */
export function TrialPanel({ live, draft, names, labels, onClose }: TrialPanelProps) {
  const [mode, setMode] = useState<'pick' | 'type'>('pick');
  const [picked, setPicked] = useState<PickedLead | null>(null);
  const [typed, setTyped] = useState(NOBODY);
  const subject = mode === 'type' ? { typed } : picked && { leadId: picked.id };
  const { trial, fault, pending } = useTrial(draft, subject);
  return (
    <section aria-label="Try one lead" className="flex flex-col gap-3 px-4 py-3.5 max-md:px-3">
      <header className="flex items-center gap-2">
        <h2 className="grow">Try one lead</h2>
        <Button variant="quiet" size="sm" onClick={onClose}>
          <X size={14} aria-hidden />
          Back to all leads
        </Button>
      </header>
      <SegmentedControl
        label="Which lead"
        className="self-start"
        segments={MODES}
        value={mode}
        onValueChange={(value) => setMode(value === 'type' ? 'type' : 'pick')}
      />
      {mode === 'pick' ? (
        <LeadPicker picked={picked} onPick={setPicked} />
      ) : (
        <TypedLeadForm typed={typed} onChange={setTyped} rubrics={[draft, live]} labels={labels} />
      )}
      {fault ? (
        <p role="alert" className="text-bad">
          {fault}
        </p>
      ) : null}
      {subject === null ? (
        <p className="text-soft">
          Pick someone whose score you know, or type the lead you would like to see. You see what each
          criterion gives under {names.before} and under the draft.
        </p>
      ) : trial ? (
        <TrialTable trial={trial} names={names} pending={pending} />
      ) : fault ? null : (
        <div role="status" aria-label="Scoring the lead" className="flex flex-col gap-2">
          <Skeleton className="h-16" />
          <Skeleton className="h-40" />
        </div>
      )}
    </section>
  );
}
