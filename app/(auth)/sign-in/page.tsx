import type { Metadata } from 'next';
import { SignInForm } from '@/components/users/sign-in-form';
import { loadSignIn } from '@/lib/users/loaders';

export const metadata: Metadata = { title: 'Sign in' };

interface SignInPageProps {
  searchParams: Promise<{ next?: string | string[] }>;
}

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const { returnTo, nobodyYet } = await loadSignIn((await searchParams).next);
  return (
    <>
      <h1 className="text-lg">Sign in</h1>
      {nobodyYet ? (
        <p className="text-soft">
          Nobody has an account here yet. Open the one-time link that the server printed when it started; it
          creates the first administrator.
        </p>
      ) : (
        <SignInForm returnTo={returnTo} />
      )}
    </>
  );
}
