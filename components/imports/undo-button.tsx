'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { formatCount } from '@/components/ui/format';
import { useToast } from '@/components/ui/toast';
import { countUndoAction, undoImportAction } from '@/lib/imports/actions';
import { UNDO_DAYS } from '@/lib/imports/constants';
import type { Undone } from '@/lib/imports/undo-schema';

/** Undoes a whole import, after saying what that does. */
export function UndoButton({ id, fileName }: { id: string; fileName: string }) {
  const [told, setTold] = useState<Undone | null>(null);
  const [busy, startTransition] = useTransition();
  const show = useToast();
  const router = useRouter();
  const ask = () =>
    startTransition(async () => {
      const result = await countUndoAction({ id });
      if (result.ok) setTold(result.value);
      else show({ title: result.message, tone: 'bad' });
    });
  const undo = async () => {
    const result = await undoImportAction({ id });
    if (result.ok) router.refresh();
    else show({ title: result.message, tone: 'bad' });
  };
  return (
    <>
      <Button busy={busy} onClick={ask}>
        Undo this import
      </Button>
      {told ? (
        <ConfirmDialog
          open
          onOpenChange={(open) => (open ? undefined : setTold(null))}
          title={`Undo the import of ${fileName}?`}
          confirmLabel="Undo the import"
          onConfirm={undo}
        >
          <UndoneList undone={told} past={false} />
          <p className="mt-2 text-soft">
            Companies that nobody belongs to go with it. Values that changed again since stay as they are.
            Scores restate themselves. An import can be undone for {UNDO_DAYS} days.
          </p>
        </ConfirmDialog>
      ) : null}
    </>
  );
}

/** What undoing does, or did, one thing a line. */
export function UndoneList({ undone, past }: { undone: Undone; past: boolean }) {
  const lines: readonly [number, string][] = [
    [
      undone.leadsRemoved,
      `${formatCount(undone.leadsRemoved, 'lead')} ${past ? 'removed' : 'to be removed'}`,
    ],
    [undone.leadsKept, `${formatCount(undone.leadsKept, 'lead')} kept: something else hangs on them`],
    [
      undone.companiesRemoved,
      `${formatCount(undone.companiesRemoved, 'company', 'companies')} ${past ? 'removed' : 'to be removed, unless used'}`,
    ],
    [undone.companiesKept, `${formatCount(undone.companiesKept, 'company', 'companies')} kept: in use`],
    [
      undone.eventsRemoved,
      `${formatCount(undone.eventsRemoved, 'event')} ${past ? 'removed' : 'to be removed'}`,
    ],
    [
      undone.dealsRemoved,
      `${formatCount(undone.dealsRemoved, 'deal')} ${past ? 'removed' : 'to be removed'}`,
    ],
    [undone.dealsKept, `${formatCount(undone.dealsKept, 'deal')} kept: changed since`],
    [
      undone.rowsRestored,
      `${formatCount(undone.rowsRestored, 'row')} from before ${past ? 'put back as they were' : 'to be put back as they were'}`,
    ],
    [undone.valuesKept, `${formatCount(undone.valuesKept, 'value')} kept: changed again since`],
  ];
  const shown = lines.filter(([count]) => count > 0);
  if (shown.length === 0)
    return <p className="text-soft">Nothing {past ? 'had' : 'has'} to be taken back.</p>;
  return (
    <ul className="list-disc pl-5">
      {shown.map(([, words]) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  );
}
