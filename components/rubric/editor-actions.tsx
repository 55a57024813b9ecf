'use client';

import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { Button, ButtonLink } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { DropdownMenu } from '@/components/ui/dropdown-menu';
import { formatCount } from '@/components/ui/format';
import { useMac } from '@/components/ui/use-mac';

export interface EditorActionsProps {
  history: { mayUndo: boolean; mayRedo: boolean; undo: () => void; redo: () => void };
  changeCount: number;
  /** The live version, for its file. */
  versionId: string;
  /** Whether one lead is tried, in place of the effect on all. */
  trying: boolean;
  onTry: (trying: boolean) => void;
  onReview: () => Promise<void>;
  /** Answers what was wrong, or nothing. */
  onDiscard: () => Promise<string | undefined>;
}

/** What can be done with a draft. On a phone all but publishing waits in the menu. */
export function EditorActions({
  history,
  changeCount,
  versionId,
  trying,
  onTry,
  onReview,
  onDiscard,
}: EditorActionsProps) {
  const [asking, setAsking] = useState(false);
  const [fault, setFault] = useState<string>();
  const mac = useMac();
  const discard = async () => {
    const wrong = await onDiscard();
    setFault(wrong);
    return wrong === undefined;
  };
  return (
    <>
      <Button variant="quiet" aria-pressed={trying} onClick={() => onTry(!trying)} className="max-md:hidden">
        Try one lead
      </Button>
      <ButtonLink href="/rubric/versions" variant="quiet" className="max-md:hidden">
        Versions
      </ButtonLink>
      <Button
        disabled={!history.mayUndo}
        shortcut={mac ? '⌘Z' : 'Ctrl Z'}
        onClick={history.undo}
        className="max-md:hidden"
      >
        Undo
      </Button>
      <DropdownMenu
        trigger={
          <Button variant="quiet" iconOnly aria-label="More">
            <Ellipsis size={16} aria-hidden />
          </Button>
        }
        items={[
          { label: 'Undo', onSelect: history.undo, disabled: !history.mayUndo },
          { label: 'Redo', onSelect: history.redo, disabled: !history.mayRedo },
          { label: trying ? 'Effect on all leads' : 'Try one lead', onSelect: () => onTry(!trying) },
          { label: 'Learn from deals', href: '/rubric/learn', separated: true },
          { label: 'Start from a template', href: '/rubric/templates' },
          { label: 'Versions', href: '/rubric/versions' },
          {
            label: 'Download the live version',
            onSelect: () => window.location.assign(`/api/rubrics/${versionId}`),
          },
          {
            label: 'Discard draft',
            onSelect: () => setAsking(true),
            danger: true,
            disabled: changeCount === 0,
            separated: true,
          },
        ]}
      />
      <Button variant="primary" disabled={changeCount === 0} onClick={() => void onReview()}>
        <span className="max-sm:hidden">Review and publish</span>
        <span className="sm:hidden">Publish</span>
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title="Discard the draft?"
        confirmLabel={`Discard ${formatCount(changeCount, 'change')}`}
        onConfirm={discard}
      >
        <p>
          {formatCount(changeCount, 'change')} go, for everyone who edits. The live version stays as it is.
        </p>
        {fault ? (
          <p role="alert" className="mt-2 text-bad">
            {fault}
          </p>
        ) : null}
      </ConfirmDialog>
    </>
  );
}
