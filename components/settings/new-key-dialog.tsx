'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { CopyField } from '@/components/ui/copy-field';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import { createKeyAction } from '@/lib/api-keys/actions';
import { SCOPES, type Scope } from '@/lib/api-keys/constants';

/** Makes a key: asks what it is for and what it may do, then shows it, this once. */
export function NewKeyDialog() {
  const [open, setOpen] = useState(false);
  const [key, setKey] = useState<string>();
  const show = (next: boolean) => {
    setOpen(next);
    if (!next) setKey(undefined);
  };
  return (
    <>
      <Button variant="primary" onClick={() => show(true)}>
        New key
      </Button>
      <Dialog
        open={open}
        onOpenChange={show}
        width="md"
        title={key ? 'Copy the key now' : 'New API key'}
        description={
          key
            ? 'It is shown only this once: only a fingerprint of it is kept.'
            : 'For a program that reads or writes here by itself.'
        }
        footer={key ? <Button onClick={() => show(false)}>Done</Button> : undefined}
      >
        {key ? (
          <CopyField label="API key" value={key} noun="Key" hint="Send it as “Authorization: Bearer …”." />
        ) : (
          <NewKeyForm onMade={setKey} />
        )}
      </Dialog>
    </>
  );
}

function NewKeyForm({ onMade }: { onMade: (key: string) => void }) {
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<readonly Scope[]>([]);
  const [faults, setFaults] = useState<{ name?: string; scopes?: string }>({});
  const toggle = (scope: Scope, on: boolean) =>
    setScopes((chosen) => (on ? [...chosen, scope] : chosen.filter((one) => one !== scope)));
  const submit = async () => {
    const answer = await createKeyAction({ name, scopes });
    if (answer.ok) return onMade(answer.value.key);
    const told = (path: string) => answer.issues.find((issue) => issue.path.startsWith(path))?.message;
    setFaults({
      name: told('name') ?? (told('scopes') ? undefined : answer.message),
      scopes: told('scopes'),
    });
  };
  return (
    <form action={submit} className="flex flex-col gap-3">
      <Field label="Name" required hint="What it is for, such as “CRM sync”." error={faults.name}>
        {(field) => (
          <Input
            {...field}
            autoComplete="off"
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <fieldset>
        <legend className="mb-1.5 text-xs text-soft">What it may do</legend>
        <div className="grid gap-x-4 gap-y-1.5 sm:grid-cols-2">
          {SCOPES.map(({ scope, label }) => (
            <Checkbox
              key={scope}
              label={label}
              hint={<code className="font-mono text-2xs">{scope}</code>}
              checked={scopes.includes(scope)}
              onCheckedChange={(on) => toggle(scope, on)}
            />
          ))}
        </div>
        {faults.scopes ? (
          <p role="alert" className="mt-1.5 text-xs text-bad">
            {faults.scopes}
          </p>
        ) : null}
      </fieldset>
      <SubmitButton pendingLabel="Making the key …" className="self-end">
        Make the key
      </SubmitButton>
    </form>
  );
}
