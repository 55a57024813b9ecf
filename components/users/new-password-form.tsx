'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { setPasswordAction } from '@/lib/users/actions';
import { faultsByPath, type Faults } from './faults';
import { useSignInAfter } from './use-sign-in-after';
import { useSubmit } from './use-submit';

/** Sets a new password by a one-time link, and signs in. */
export function NewPasswordForm({ token, email }: { token: string; email: string }) {
  const [faults, setFaults] = useState<Faults>({});
  const signInAfter = useSignInAfter();

  const { busy, ready, onSubmit } = useSubmit(async (read) => {
    const password = read('password');
    const answer = await setPasswordAction({ token, password });
    setFaults(answer.ok ? {} : faultsByPath(answer));
    if (answer.ok) await signInAfter(email, password);
  });

  return (
    <form method="post" onSubmit={onSubmit} className="flex flex-col gap-3.5">
      <Field label="E-mail">
        {(field) => <Input {...field} type="email" autoComplete="username" value={email} readOnly large />}
      </Field>
      <Field
        label="New password"
        required
        hint="At least 12 characters"
        error={faults.password ?? faults.other}
      >
        {(field) => (
          <Input
            {...field}
            name="password"
            type="password"
            autoComplete="new-password"
            minLength={12}
            large
            autoFocus
          />
        )}
      </Field>
      <Button type="submit" variant="primary" size="lg" busy={busy} disabled={!ready}>
        {busy ? 'Saving …' : 'Set password'}
      </Button>
    </form>
  );
}
