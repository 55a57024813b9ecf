'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Dialog } from '@/components/ui/dialog';
import { DropdownMenu } from '@/components/ui/dropdown-menu';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { useToast } from '@/components/ui/toast';
import { saveViewAction } from '@/lib/views/actions';
import type { View } from '@/lib/views/types';
import { ManageViews } from './manage-views';

export interface SavedViewsProps {
  views: readonly View[];
  /** The queue as it is filtered now, without page and open lead. */
  address: string;
  mayShare: boolean;
}

/** The queues that are kept under a name: to go to one, keep this one, or tidy them up. */
export function SavedViews({ views, address, mayShare }: SavedViewsProps) {
  const [open, setOpen] = useState<'save' | 'manage'>();
  const current = views.find((view) => view.address === address);
  const close = () => setOpen(undefined);
  const own = views.filter(({ by }) => by === null);
  return (
    <>
      <DropdownMenu
        align="start"
        heading={views.length === 0 ? 'No view is saved yet' : undefined}
        trigger={<Button size="sm">{current ? current.name : 'Views'}</Button>}
        items={[
          ...views.map((view) => ({
            label: view.by ? `${view.name}, by ${view.by}` : view.name,
            href: view.address,
            checked: view === current,
          })),
          { label: 'Save this view …', onSelect: () => setOpen('save'), separated: views.length > 0 },
          ...(own.length > 0 ? [{ label: 'Manage views …', onSelect: () => setOpen('manage') }] : []),
        ]}
      />
      {open === 'save' ? <SaveView address={address} mayShare={mayShare} onClose={close} /> : null}
      {open === 'manage' ? <ManageViews views={own} mayShare={mayShare} onClose={close} /> : null}
    </>
  );
}

function SaveView({ address, mayShare, onClose }: Omit<SavedViewsProps, 'views'> & { onClose: () => void }) {
  const show = useToast();
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const [fault, setFault] = useState<string>();
  const save = async () => {
    const answer = await saveViewAction({ name, address, shared });
    if (!answer.ok) return setFault(answer.issues[0]?.message ?? answer.message);
    show({ title: `Saved as “${name.trim()}”` });
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Save this view"
      description="Its tab and filters, as they are now."
    >
      <form action={save} className="flex flex-col gap-3">
        <Field label="Name" error={fault}>
          {(field) => (
            <Input
              {...field}
              autoFocus
              required
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        {mayShare ? <Checkbox label="Everyone sees it" checked={shared} onCheckedChange={setShared} /> : null}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary">
            Save view
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
