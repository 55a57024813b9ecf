'use client';

import { useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { createPasswordLinkAction } from '@/lib/users/actions';
import { OneTimeLink } from './one-time-link';
import type { PersonDialogProps } from './person-dialog-props';

/** Makes a link with which a person chooses a new password. */
export function PasswordLinkDialog({ person, open, onOpenChange }: PersonDialogProps) {
  const [path, setPath] = useState('');
  const [fault, setFault] = useState('');
  const [pending, startTransition] = useTransition();
  const close = (next: boolean) => {
    setPath('');
    setFault('');
    onOpenChange(next);
  };
  const make = () =>
    startTransition(async () => {
      const answer = await createPasswordLinkAction({ userId: person.id });
      setPath(answer.ok ? answer.value.path : '');
      setFault(answer.ok ? '' : answer.message);
    });
  return (
    <Dialog
      open={open}
      onOpenChange={close}
      title={`New password for ${person.name}`}
      description={
        path ? 'Send them this link. It is shown only now.' : 'You get a link with which they choose one.'
      }
      footer={
        path ? (
          <Button onClick={() => close(false)}>Done</Button>
        ) : (
          <>
            <Button onClick={() => close(false)}>Cancel</Button>
            <Button variant="primary" busy={pending} onClick={make}>
              Make the link
            </Button>
          </>
        )
      }
    >
      {path ? (
        <OneTimeLink path={path} hint="Works once, for a day. Using it signs them out everywhere else." />
      ) : (
        <p className="text-soft">The present password keeps working until the link is used.</p>
      )}
      {fault ? (
        <p role="alert" className="mt-2 text-bad">
          {fault}
        </p>
      ) : null}
    </Dialog>
  );
}
