'use client';

import { useRouter } from 'next/navigation';
import { signIn } from 'next-auth/react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { useSubmit } from './use-submit';

function describeRefusal(error: string): string {
  const limited = /^RateLimited:(\d+)$/.exec(error);
  if (limited) {
    const minutes = Math.ceil(Number(limited[1]) / 60);
    return `Too many tries. Wait ${minutes === 1 ? 'a minute' : `${minutes} minutes`}, then try again.`;
  }
  if (error === 'CredentialsSignin') return 'E-mail address or password do not fit.';
  return 'Signing in did not work. Try again.';
}

/** E-mail and password; goes to `returnTo`, a path of this site, when they fit. */
export function SignInForm({ returnTo }: { returnTo: string }) {
  const router = useRouter();
  const [refusal, setRefusal] = useState('');

  const { busy, ready, onSubmit } = useSubmit(async (read) => {
    setRefusal('');
    const answer = await signIn('credentials', {
      email: read('email'),
      password: read('password'),
      redirect: false,
    });
    if (answer?.error || !answer?.ok) {
      setRefusal(describeRefusal(answer?.error ?? ''));
      return;
    }
    router.replace(returnTo);
    router.refresh();
  });

  return (
    <form method="post" onSubmit={onSubmit} className="flex flex-col gap-3.5">
      <Field label="E-mail" required>
        {(field) => <Input {...field} name="email" type="email" autoComplete="username" large autoFocus />}
      </Field>
      <Field label="Password" required error={refusal}>
        {(field) => (
          <Input {...field} name="password" type="password" autoComplete="current-password" large />
        )}
      </Field>
      <Button type="submit" variant="primary" size="lg" busy={busy} disabled={!ready}>
        {busy ? 'Signing in …' : 'Sign in'}
      </Button>
    </form>
  );
}
