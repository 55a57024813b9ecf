'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { SubmitButton } from '@/components/ui/submit-button';
import { inviteAction } from '@/lib/users/actions';
import { OneTimeLink } from './one-time-link';
import { ROLE_OPTIONS, ROLE_WORDS, readRole } from './role-words';

interface Invited {
  email: string;
  path: string;
}

/** Invites someone: asks for address and role, then shows the link to send them. */
export function InviteDialog() {
  const [open, setOpen] = useState(false);
  const [invited, setInvited] = useState<Invited>();
  const show = (next: boolean) => {
    setOpen(next);
    if (!next) setInvited(undefined);
  };
  return (
    <>
      <Button variant="primary" onClick={() => show(true)}>
        Invite
      </Button>
      <Dialog
        open={open}
        onOpenChange={show}
        title={invited ? 'Send them this link' : 'Invite someone'}
        description={
          invited
            ? `${invited.email} joins by opening it. It is shown only now.`
            : 'You get a link to send; Leadgrid sends no e-mail itself.'
        }
        footer={invited ? <Button onClick={() => show(false)}>Done</Button> : undefined}
      >
        {invited ? (
          <OneTimeLink path={invited.path} hint="Works once, for 7 days." />
        ) : (
          <InviteForm onInvited={setInvited} />
        )}
      </Dialog>
    </>
  );
}

function InviteForm({ onInvited }: { onInvited: (invited: Invited) => void }) {
  const [role, setRole] = useState(readRole('rep'));
  const [email, setEmail] = useState('');
  const [fault, setFault] = useState('');
  const submit = async () => {
    const answer = await inviteAction({ email, role });
    if (answer.ok) onInvited({ email, path: answer.value.path });
    else setFault(answer.issues[0]?.message ?? answer.message);
  };
  return (
    <form action={submit} className="flex flex-col gap-3">
      <Field label="E-mail" required error={fault}>
        {(field) => (
          <Input
            {...field}
            type="email"
            autoComplete="off"
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
        )}
      </Field>
      <Field label="Role" hint={ROLE_WORDS[role].may}>
        {(field) => (
          <Select
            {...field}
            value={role}
            options={ROLE_OPTIONS}
            onChange={(event) => setRole(readRole(event.target.value))}
          />
        )}
      </Field>
      <SubmitButton pendingLabel="Making the link …" className="self-end">
        Make the link
      </SubmitButton>
    </form>
  );
}
