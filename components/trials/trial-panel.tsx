'use client';

import { X } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { Skeleton } from '@/components/ui/skeleton';
import type { TriedLead } from '@/components/rubric/editor-place';
import type { Labels } from '@/lib/scoring/describe';
import type { Rubric } from '@/lib/scoring/types';
import type { TypedLead } from '@/lib/trials/schema';
import { LeadPicker } from './lead-picker';
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
  tried: TriedLead;
  /** Null goes back to the effect on all leads. */
  onTry: (tried: TriedLead | null) => void;
}

/** One lead, picked or typed, under the live version and under the draft, while the draft is edited beside it. */
export function TrialPanel({ live, draft, names, labels, tried, onTry }: TrialPanelProps) {
  const [typed, setTyped] = useState(NOBODY);
  const subject = tried.kind === 'typed' ? { typed } : tried.kind === 'lead' ? { leadId: tried.id } : null;
  const { trial, fault, pending } = useTrial(draft, subject);
  return (
    <section aria-label="Try one lead" className="flex flex-col gap-3 px-4 py-3.5 max-md:px-3">
      <header className="flex items-center gap-2">
        <h2 className="grow">Try one lead</h2>
        <Button variant="quiet" size="sm" onClick={() => onTry(null)}>
          <X size={14} aria-hidden />
          Back to all leads
        </Button>
      </header>
      <SegmentedControl
        label="Which lead"
        className="self-start"
        segments={MODES}
        value={tried.kind === 'typed' ? 'type' : 'pick'}
        onValueChange={(value) => onTry({ kind: value === 'type' ? 'typed' : 'none' })}
      />
      {tried.kind === 'typed' ? (
        <TypedLeadForm typed={typed} onChange={setTyped} rubrics={[draft, live]} labels={labels} />
      ) : tried.kind === 'lead' ? (
        <p className="flex items-center gap-2">
          <a href={`/leads/${tried.id}`} className="min-w-0 grow truncate font-strong hover:text-accent">
            {trial?.name ?? (fault ? 'No such lead' : '…')}
          </a>
          <Button size="sm" onClick={() => onTry({ kind: 'none' })}>
            Another one
          </Button>
        </p>
      ) : (
        <LeadPicker onPick={(id) => onTry({ kind: 'lead', id })} />
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
