'use client';

import { useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { formatCount } from '@/components/ui/format';
import { Textarea } from '@/components/ui/textarea';
import type { RubricChange } from '@/lib/rubrics/list-changes';
import { ChangeList } from './change-list';
import { TiersCard } from './tiers-card';
import { MovesCard } from './moves-card';
import type { EffectState } from './use-effect-on-leads';

export interface PublishDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  changes: readonly RubricChange[];
  effect: EffectState;
  liveNumber: number;
  /** Whether the draft was begun before the live version was published. */
  overtaken: boolean;
  /** Saves and publishes; answers what was wrong, or nothing. */
  onPublish: (note: string) => Promise<string | undefined>;
  /** Lets the draft run beside the live version instead; answers the same. */
  onShadow: (note: string) => Promise<string | undefined>;
}

/** Shows the difference once more, asks for a note, and publishes. */
export function PublishDialog({
  open,
  onOpenChange,
  changes,
  effect,
  liveNumber,
  overtaken,
  onPublish,
  onShadow,
}: PublishDialogProps) {
  const names = { before: `v${liveNumber}`, after: 'draft' };
  const [note, setNote] = useState('');
  const [fault, setFault] = useState<string>();
  const [pending, startTransition] = useTransition();
  const goOn = (deed: PublishDialogProps['onPublish']) => {
    if (note.trim() === '') {
      setFault('Say in a few words what changed and why.');
      return;
    }
    startTransition(async () => setFault(await deed(note.trim())));
  };
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      width="md"
      title="Review and publish"
      description={`${formatCount(changes.length, 'change')} from v${liveNumber}. ${describeReach(effect)}`}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Keep editing</Button>
          <Button
            disabled={pending}
            title="It routes nobody, and is compared with the live version on every lead and deal"
            onClick={() => goOn(onShadow)}
          >
            Run in shadow
          </Button>
          <Button variant="primary" busy={pending} onClick={() => goOn(onPublish)}>
            {pending ? 'Saving …' : 'Publish'}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {overtaken ? (
          <p className="rounded bg-warn-soft px-3 py-2">
            v{liveNumber} went live after this draft was begun. What it changed and the draft does not have is
            among the changes below: it would be taken back.
          </p>
        ) : null}
        <ChangeList changes={changes} />
        {changes.some(losesTier) ? (
          <p className="rounded bg-warn-soft px-3 py-2">
            Response targets, webhooks and saved views that name a tier do not follow when it is renamed or
            removed: look at them once this is published.
          </p>
        ) : null}
        {effect.kind === 'ready' ? (
          <>
            <TiersCard effect={effect.answer.leads} names={names} />
            <MovesCard effect={effect.answer.leads} names={names} />
          </>
        ) : null}
        <Field
          label="What changed and why"
          required
          error={fault}
          hint="Kept with the version, for whoever asks later"
        >
          {(field) => (
            <Textarea
              {...field}
              rows={3}
              maxLength={2000}
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
          )}
        </Field>
      </div>
    </Dialog>
  );
}

function losesTier({ part, kind }: RubricChange): boolean {
  return part === 'tiers' && (kind === 'renamed' || kind === 'removed');
}

function describeReach(state: EffectState): string {
  if (state.kind !== 'ready') return 'Everyone is rescored once it is published.';
  const { moved, leadCount } = state.answer.leads;
  return `${formatCount(moved, 'lead changes', 'leads change')} tier; all ${formatCount(leadCount, 'lead')} are rescored.`;
}
