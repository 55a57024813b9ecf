'use client';

import { useState } from 'react';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import { useToast } from '@/components/ui/toast';
import { saveMailAction } from '@/lib/webhooks/actions';
import type { MailView } from '@/lib/webhooks/loaders';

export interface MailFormProps {
  mail: MailView;
  mayEdit: boolean;
}

/** The mail server and who mail comes from; the server's address is never shown back. */
export function MailForm({ mail, mayEdit }: MailFormProps) {
  const [url, setUrl] = useState('');
  const [from, setFrom] = useState(mail?.from ?? '');
  const [faults, setFaults] = useState<readonly { path: string; message: string }[]>([]);
  const show = useToast();
  const faultOf = (path: string) => faults.find((fault) => fault.path === path)?.message ?? '';
  if (mail?.fixed || !mayEdit) {
    return (
      <p className="px-4 text-soft max-md:px-3">
        {mail ? `Mail goes through ${mail.host}, from ${mail.from}.` : 'No mail server is set.'}{' '}
        {mail?.fixed ? 'The environment sets this.' : 'An admin can change this.'}
      </p>
    );
  }
  const save = async () => {
    const answer = await saveMailAction({ from, ...(url === '' ? {} : { url }) });
    if (!answer.ok) {
      setFaults(answer.issues.length > 0 ? answer.issues : [{ path: 'url', message: answer.message }]);
      return;
    }
    setFaults([]);
    setUrl('');
    show({ title: 'Mail server saved', tone: 'good' });
  };
  return (
    <form action={save} className="grid max-w-[960px] gap-x-6 gap-y-3 px-4 sm:grid-cols-2 max-md:px-3">
      <Field
        label="Server"
        note={mail ? `now ${mail.host}; empty leaves it` : undefined}
        hint="smtp://user:password@mail.example.com:587, or smtps:// for encryption from the start"
        error={faultOf('url')}
      >
        {(field) => (
          <Input
            {...field}
            type="password"
            autoComplete="new-password"
            value={url}
            onChange={(event) => setUrl(event.target.value)}
          />
        )}
      </Field>
      <Field label="From" hint="Leadgrid <leads@example.com>" error={faultOf('from')}>
        {(field) => (
          <Input
            {...field}
            autoComplete="off"
            value={from}
            onChange={(event) => setFrom(event.target.value)}
          />
        )}
      </Field>
      <span>
        <SubmitButton pendingLabel="Saving …">Save the mail server</SubmitButton>
      </span>
    </form>
  );
}
