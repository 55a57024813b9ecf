import type { Metadata } from 'next';
import { ButtonLink } from '@/components/ui/button';
import { JoinForm } from '@/components/users/join-form';
import { NewPasswordForm } from '@/components/users/new-password-form';
import { loadInvitation } from '@/lib/users/loaders';

// A one-time link must not travel on in a referrer.
export const metadata: Metadata = { title: 'Join', referrer: 'no-referrer' };

interface JoinPageProps {
  searchParams: Promise<{ token?: string | string[] }>;
}

export default async function JoinPage({ searchParams }: JoinPageProps) {
  const { token } = await searchParams;
  const text = typeof token === 'string' ? token : '';
  const invitation = await loadInvitation(text);
  if (!invitation) {
    return (
      <>
        <h1 className="text-lg">This link no longer works</h1>
        <p className="text-soft">
          It was used already, or it has expired. Ask an administrator for a new one; the first administrator
          restarts the server to get one.
        </p>
        <ButtonLink href="/sign-in" size="lg">
          Sign in
        </ButtonLink>
      </>
    );
  }
  if (invitation.purpose === 'password') {
    return (
      <>
        <h1 className="text-lg">Choose a new password</h1>
        <NewPasswordForm token={text} email={invitation.email ?? ''} />
      </>
    );
  }
  return (
    <>
      <h1 className="text-lg">{invitation.first ? 'Create the first administrator' : 'Join Leadgrid'}</h1>
      <p className="text-soft">Your role will be {invitation.role}.</p>
      <JoinForm token={text} email={invitation.email ?? ''} />
    </>
  );
}
