'use client';

import { useState } from 'react';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { useToast } from '@/components/ui/toast';
import { updatePersonAction } from '@/lib/users/actions';
import type { PersonDialogProps } from './person-dialog-props';
import { ROLE_OPTIONS, ROLE_WORDS, readRole } from './role-words';

/** Gives a person another role. */
export function RoleDialog({ person, self, open, onOpenChange }: PersonDialogProps) {
  const [role, setRole] = useState(person.role);
  const [fault, setFault] = useState('');
  const show = useToast();
  const close = (next: boolean) => {
    setRole(person.role);
    setFault('');
    onOpenChange(next);
  };
  const change = async () => {
    const answer = await updatePersonAction({ userId: person.id, role });
    if (!answer.ok) {
      setFault(answer.message);
      return false;
    }
    show({ title: `${person.name} is now ${ROLE_WORDS[role].name.toLowerCase()}`, tone: 'good' });
    return true;
  };
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={close}
      title={`Change the role of ${person.name}?`}
      confirmLabel="Change role"
      tone="primary"
      onConfirm={change}
    >
      <p className="mb-3">
        {self ? 'You are' : `${person.name} is`} signed out everywhere and {self ? 'sign' : 'signs'} in again
        with the new role.
      </p>
      <Field label="Role" hint={ROLE_WORDS[role].may} error={fault}>
        {(field) => (
          <Select
            {...field}
            value={role}
            options={ROLE_OPTIONS}
            onChange={(event) => setRole(readRole(event.target.value))}
          />
        )}
      </Field>
    </ConfirmDialog>
  );
}
