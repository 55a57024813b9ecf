'use client';

import { useRouter } from 'next/navigation';
import { signIn } from 'next-auth/react';

/** Signs in with what was just set and goes to the start page; to the sign-in page when that fails. */
export function useSignInAfter() {
  const router = useRouter();
  return async (email: string, password: string) => {
    const answer = await signIn('credentials', { email, password, redirect: false });
    router.replace(answer?.ok ? '/' : '/sign-in');
    router.refresh();
  };
}
