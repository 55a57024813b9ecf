'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { joinAction } from '@/lib/users/actions';
import { faultsByPath, type Faults } from './faults';
import { useSignInAfter } from './use-sign-in-after';
import { useSubmit } from './use-submit';

export interface JoinFormProps {
  token: string;
  /** The invited address, or empty when anyone with the link may say their own. */
  email: string;
}

/** Creates an account by a one-time link, and signs in. */
export function JoinForm({ token, email }: JoinFormProps) {
  const [faults, setFaults] = useState<Faults>({});
  const signInAfter = useSignInAfter();

  const { busy, ready, onSubmit } = useSubmit(async (read) => {
    const input = {
      token,
      name: read('name'),
      email: read('email'),
      password: read('password'),
    };
    const answer = await joinAction(input);
    setFaults(answer.ok ? {} : faultsByPath(answer));
    if (answer.ok) await signInAfter(input.email, input.password);
  });

  return (
    <form method="post" onSubmit={onSubmit} className="flex flex-col gap-3.5">
      <Field label="Your name" required error={faults.name}>
        {(field) => <Input {...field} name="name" autoComplete="name" maxLength={100} large autoFocus />}
      </Field>
      <Field label="E-mail" required error={faults.email}>
        {(field) => (
          <Input
            {...field}
            name="email"
            type="email"
            autoComplete="username"
            defaultValue={email}
            readOnly={email !== ''}
            large
          />
        )}
      </Field>
      <Field label="Password" required hint="At least 12 characters" error={faults.password ?? faults.other}>
        {(field) => (
          <Input
            {...field}
            name="password"
            type="password"
            autoComplete="new-password"
            minLength={12}
            large
          />
        )}
      </Field>
      <Button type="submit" variant="primary" size="lg" busy={busy} disabled={!ready}>
        {busy ? 'Creating …' : 'Create account'}
      </Button>
    </form>
  );
}
