'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import { createSourceAction } from '@/lib/tracking/actions';
import type { NewSource } from '@/lib/tracking/mutations';
import { InstallText } from './install-text';
import { OriginsField, readOrigins } from './origins-form';

/** Connects a site or server: asks for its name and origins, then shows how it is installed. */
export function NewSourceDialog() {
  const [open, setOpen] = useState(false);
  const [made, setMade] = useState<NewSource>();
  const show = (next: boolean) => {
    setOpen(next);
    if (next) setMade(undefined);
  };
  return (
    <>
      <Button variant="primary" onClick={() => show(true)}>
        New source
      </Button>
      <Dialog
        open={open}
        onOpenChange={show}
        title={made ? `Install ${made.name}` : 'New source'}
        description={made ? undefined : 'A site, an app or a server that sends what people do.'}
        width={made ? 'md' : 'sm'}
        footer={made ? <Button onClick={() => show(false)}>Done</Button> : undefined}
      >
        {made ? <InstallText writeKey={made.writeKey} /> : <SourceForm onMade={setMade} />}
      </Dialog>
    </>
  );
}

function SourceForm({ onMade }: { onMade: (made: NewSource) => void }) {
  const [name, setName] = useState('');
  const [origins, setOrigins] = useState('');
  const [faults, setFaults] = useState({ name: '', origins: '' });
  const submit = async () => {
    const answer = await createSourceAction({ name, origins: readOrigins(origins) });
    if (answer.ok) return onMade(answer.value);
    const issue = answer.issues[0];
    const ofOrigins = issue?.path.startsWith('origins') ?? false;
    const message = issue?.message ?? answer.message;
    setFaults({ name: ofOrigins ? '' : message, origins: ofOrigins ? message : '' });
  };
  return (
    <form action={submit} className="flex flex-col gap-3">
      <Field label="Name" required error={faults.name}>
        {(field) => (
          <Input
            {...field}
            autoComplete="off"
            placeholder="Website"
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <OriginsField value={origins} onValueChange={setOrigins} error={faults.origins} />
      <SubmitButton pendingLabel="Connecting …" className="self-end">
        Connect
      </SubmitButton>
    </form>
  );
}
