'use client';

import { Ellipsis } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { DropdownMenu } from '@/components/ui/dropdown-menu';
import { useToast } from '@/components/ui/toast';
import { deleteEndpointAction, switchEndpointAction } from '@/lib/webhooks/actions';

export interface EndpointMenuProps {
  id: string;
  name: string;
  active: boolean;
  /** Messages that wait to be sent. */
  waiting: number;
  /** The list to go back to once it is deleted. */
  listHref: string;
}

/** Switches an endpoint on or off, or deletes it. */
export function EndpointMenu({ id, name, active, waiting, listHref }: EndpointMenuProps) {
  const [asked, setAsked] = useState<'off' | 'delete'>();
  const router = useRouter();
  const show = useToast();
  const turn = async (on: boolean) => {
    const answer = await switchEndpointAction({ id, active: on });
    show(answer.ok ? { title: `${name} is ${on ? 'on' : 'off'}` } : { title: answer.message, tone: 'bad' });
    return answer.ok;
  };
  const remove = async () => {
    const answer = await deleteEndpointAction({ id });
    if (answer.ok) router.push(listHref);
    else show({ title: answer.message, tone: 'bad' });
    return answer.ok;
  };
  return (
    <>
      <DropdownMenu
        trigger={
          <Button variant="quiet" iconOnly aria-label={`Actions for ${name}`}>
            <Ellipsis size={16} aria-hidden />
          </Button>
        }
        items={[
          active
            ? { label: 'Switch off', onSelect: () => setAsked('off') }
            : { label: 'Switch on', onSelect: () => void turn(true) },
          { label: 'Delete', onSelect: () => setAsked('delete'), danger: true, separated: true },
        ]}
      />
      <ConfirmDialog
        open={asked === 'off'}
        onOpenChange={(open) => setAsked(open ? 'off' : undefined)}
        title={`Switch ${name} off?`}
        confirmLabel="Switch off"
        tone="primary"
        onConfirm={() => turn(false)}
      >
        It is told nothing until it is on again.{' '}
        {waiting > 0 ? `${waiting} waiting messages are given up; they can be sent again later.` : ''}
      </ConfirmDialog>
      <ConfirmDialog
        open={asked === 'delete'}
        onOpenChange={(open) => setAsked(open ? 'delete' : undefined)}
        title={`Delete ${name}?`}
        confirmLabel="Delete"
        onConfirm={remove}
      >
        Its log of messages goes with it. This cannot be undone.
      </ConfirmDialog>
    </>
  );
}
