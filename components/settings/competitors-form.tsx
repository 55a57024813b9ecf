'use client';

import Link from 'next/link';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Field } from '@/components/ui/field';
import { formatCount } from '@/components/ui/format';
import { Textarea } from '@/components/ui/textarea';
import { useToast } from '@/components/ui/toast';
import { saveCompetitorsAction } from '@/lib/rubrics/actions';
import type { ListsView } from '@/lib/settings/loaders';

export interface CompetitorsFormProps {
  competitors: NonNullable<ListsView['competitors']>;
  /** Leads that a new version rescores. */
  leadCount: number;
  mayEdit: boolean;
}

/** The competitors' domains, one a line. They are part of the rubric, so saving them makes a version, or edits the draft. */
export function CompetitorsForm({ competitors, leadCount, mayEdit }: CompetitorsFormProps) {
  const { domains, baseId, version, draftRevision } = competitors;
  const [text, setText] = useState(() => (domains ?? []).join('\n'));
  const [fault, setFault] = useState<string>();
  const [asking, setAsking] = useState(false);
  const show = useToast();
  const inDraft = draftRevision > 0;
  const save = async () => {
    const listed = text.split(/[\s,;]+/u).filter(Boolean);
    const answer = await saveCompetitorsAction({ domains: listed, baseId, draftRevision });
    if (!answer.ok) return setFault(answer.issues[0]?.message ?? answer.message);
    setFault(undefined);
    show(describeSaved(answer.value));
  };
  if (domains === null) {
    return (
      <p className="px-4 text-soft max-md:px-3">
        The rubric has a condition of its own for competitors, which says more than a list can. It stands
        under “Disqualified” on the{' '}
        <Link href="/rubric" className="text-accent">
          rubric
        </Link>
        .
      </p>
    );
  }
  return (
    <div className="flex max-w-[468px] flex-col gap-4 px-4 max-md:px-3">
      <Field
        label="Competitors’ domains"
        hint={
          inDraft
            ? 'Part of the rubric. A draft is being edited: the list goes into it, and counts once it is published'
            : `Part of the rubric, now v${version}: saving publishes a new version, and older scores keep theirs`
        }
        error={fault}
      >
        {(field) => (
          <Textarea
            {...field}
            rows={6}
            spellCheck={false}
            readOnly={!mayEdit}
            className="font-mono text-xs"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      {mayEdit ? (
        <span>
          <Button onClick={() => setAsking(true)}>Save competitors</Button>
        </span>
      ) : null}
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={inDraft ? 'Put the competitors into the draft?' : 'Publish the competitors?'}
        confirmLabel={
          inDraft ? 'Save into the draft' : `Publish and rescore ${formatCount(leadCount, 'lead')}`
        }
        tone="primary"
        onConfirm={save}
      >
        {inDraft
          ? 'Nobody’s score changes until the draft is published.'
          : 'The rubric gets a new version that differs in this list alone. It can be compared with the one before, and taken back, on the rubric’s page of versions.'}
      </ConfirmDialog>
    </div>
  );
}

function describeSaved({ published, inDraft }: { published: number | null; inDraft: boolean }) {
  if (published !== null) {
    return {
      title: `Rubric v${published} is live`,
      description: 'Every lead is being rescored.',
      tone: 'good',
    } as const;
  }
  return { title: inDraft ? 'Saved into the draft' : 'Nothing changed' };
}
