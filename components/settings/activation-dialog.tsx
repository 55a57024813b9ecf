'use client';

import { useState } from 'react';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { formatCount } from '@/components/ui/format';
import { useToast } from '@/components/ui/toast';
import { updatePersonAction } from '@/lib/users/actions';
import type { PersonDialogProps } from './person-dialog-props';

/** Takes a person's access away, or gives it back. */
export function ActivationDialog({ person, open, onOpenChange }: PersonDialogProps) {
  const [fault, setFault] = useState('');
  const show = useToast();
  const verb = person.active ? 'Deactivate' : 'Activate';
  const change = async () => {
    const answer = await updatePersonAction({ userId: person.id, active: !person.active });
    setFault(answer.ok ? '' : answer.message);
    if (answer.ok) show({ title: `${person.name} ${person.active ? 'may no longer' : 'may'} sign in` });
    return answer.ok;
  };
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={(next) => {
        setFault('');
        onOpenChange(next);
      }}
      title={`${verb} ${person.name}?`}
      confirmLabel={verb}
      tone={person.active ? 'danger' : 'primary'}
      onConfirm={change}
    >
      {person.active ? (
        <p>
          They are signed out everywhere and cannot sign in again until you activate them.{' '}
          {person.openLeads > 0
            ? `${formatCount(person.openLeads, 'open lead stays', 'open leads stay')} theirs.`
            : 'They own no open leads.'}
        </p>
      ) : (
        <p>They may sign in again with the password they had.</p>
      )}
      {fault ? (
        <p role="alert" className="mt-2 text-bad">
          {fault}
        </p>
      ) : null}
    </ConfirmDialog>
  );
}
