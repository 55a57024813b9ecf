import { cookies, headers } from 'next/headers';
import { forbidden, redirect } from 'next/navigation';
import { NextRequest } from 'next/server';
import { getToken } from 'next-auth/jwt';
import { cache } from 'react';
import { AppError } from '@/lib/server/errors';
import { findAccount } from '@/lib/users/data';
import { grant, type Actor, type SignedIn } from './actor';
import type { Permission } from './permissions';
import { readClaims } from './session';

/**
 * Who is asking, of whatever role, as the database knows them now; null when nobody valid is. Asked once per request.
 */
export const findSignedIn = cache(async (): Promise<SignedIn | null> => {
  const jar = await cookies();
  const request = new NextRequest('http://session.invalid', {
    headers: {
      cookie: jar.toString(),
      'x-forwarded-proto': (await headers()).get('x-forwarded-proto') ?? '',
    },
  });
  const secure = jar.has('__Secure-next-auth.session-token');
  const claims = readClaims(
    await getToken({ req: request, secret: process.env.NEXTAUTH_SECRET, secureCookie: secure }),
  );
  const account = claims ? await findAccount(claims.sub) : null;
  if (!claims || !account?.active || account.sessionEpoch !== claims.epoch) return null;
  const { id, name, email, role } = account;
  return { id, name, email, role };
});

/**
 * For pages: the actor, if they may. Sends strangers to the sign-in page, which brings them back; shows the
 * no-permission page to the others.
 *
 * @param returnTo the path to come back to after signing in; a path of this site.
 */
export async function requirePage<P extends Permission>(permission: P, returnTo: string): Promise<Actor<P>> {
  const person = await findSignedIn();
  if (!person) redirect(`/sign-in?next=${encodeURIComponent(returnTo)}`);
  return grant(person, permission) ?? forbidden();
}

/**
 * For actions and routes: the actor, if they may.
 *
 * @throws AppError `unauthenticated` or `forbidden`.
 */
export async function requireActor<P extends Permission>(permission: P): Promise<Actor<P>> {
  const person = await findSignedIn();
  if (!person) throw new AppError('unauthenticated', 'Your session has ended. Sign in again.');
  const actor = grant(person, permission);
  if (!actor) throw new AppError('forbidden', 'Your role does not allow this.');
  return actor;
}
