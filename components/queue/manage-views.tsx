'use client';

import { useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Dialog } from '@/components/ui/dialog';
import { Input } from '@/components/ui/input';
import { useToast } from '@/components/ui/toast';
import { changeViewAction, deleteViewAction, saveViewAction } from '@/lib/views/actions';
import type { View } from '@/lib/views/types';

export interface ManageViewsProps {
  /** The viewer's own. */
  views: readonly View[];
  mayShare: boolean;
  onClose: () => void;
}

/** One's own views: to name anew, share and delete. */
export function ManageViews({ views, mayShare, onClose }: ManageViewsProps) {
  return (
    <Dialog open onOpenChange={onClose} title="Your views" width="md">
      {views.length === 0 ? (
        <p className="text-soft">No view of yours is left.</p>
      ) : (
        <ul className="flex flex-col gap-2">
          {views.map((view) => (
            <ViewLine key={view.id} view={view} mayShare={mayShare} />
          ))}
        </ul>
      )}
    </Dialog>
  );
}

function ViewLine({ view, mayShare }: { view: View; mayShare: boolean }) {
  const show = useToast();
  const [busy, startTransition] = useTransition();
  const [name, setName] = useState(view.name);
  const [shared, setShared] = useState(view.shared);
  const changed = name.trim() !== view.name || shared !== view.shared;
  const tell = (answer: { ok: true } | { ok: false; message: string }, said: string) =>
    show(answer.ok ? { title: said } : { title: answer.message, tone: 'bad' });
  const change = () =>
    startTransition(async () => tell(await changeViewAction({ id: view.id, name, shared }), 'View changed'));
  const remove = () =>
    startTransition(async () => {
      const answer = await deleteViewAction({ id: view.id });
      if (!answer.ok) return tell(answer, '');
      const restore = () =>
        startTransition(async () => tell(await saveViewAction(answer.value), 'View is back'));
      show({ title: `“${view.name}” is deleted`, action: { label: 'Undo', onSelect: restore } });
    });
  return (
    <li className="flex flex-wrap items-center gap-2">
      <Input
        aria-label={`Name of ${view.name}`}
        value={name}
        onChange={(event) => setName(event.target.value)}
        className="min-w-40 grow basis-0"
      />
      {mayShare ? <Checkbox label="Shared" checked={shared} onCheckedChange={setShared} /> : null}
      <Button size="sm" disabled={!changed || name.trim() === ''} busy={busy} onClick={change}>
        Change
      </Button>
      <Button size="sm" variant="danger" busy={busy} aria-label={`Delete ${view.name}`} onClick={remove}>
        Delete
      </Button>
    </li>
  );
}
