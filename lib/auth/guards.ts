import { cookies, headers } from 'next/headers';
import { forbidden, redirect } from 'next/navigation';
import { NextRequest } from 'next/server';
import { getToken } from 'next-auth/jwt';
import { cache } from 'react';
import { AppError } from '@/lib/server/errors';
import { findAccount } from '@/lib/users/data';
import { grant, type Actor, type SignedIn } from './actor';
import type { Permission } from './permissions';
import { readClaims, type Claims } from './session';

/** What the request's session says of who is asking; null when there is none, or it is not ours. */
const findClaims = cache(async (): Promise<Claims | null> => {
  const jar = await cookies();
  const request = new NextRequest('http://session.invalid', {
    headers: {
      cookie: jar.toString(),
      'x-forwarded-proto': (await headers()).get('x-forwarded-proto') ?? '',
    },
  });
  const secure = jar.has('__Secure-next-auth.session-token');
  return readClaims(
    await getToken({ req: request, secret: process.env.NEXTAUTH_SECRET, secureCookie: secure }),
  );
});

/** The person that claims speak of, as the database knows them now; null when the claims hold no longer. */
async function findPerson(claims: Claims): Promise<SignedIn | null> {
  const account = await findAccount(claims.sub);
  if (!account?.active || account.sessionEpoch !== claims.epoch) return null;
  const { id, name, email, role } = account;
  return { id, name, email, role };
}

/**
 * Who is asking, of whatever role, as the database knows them now; null when nobody valid is. Asked once per request.
 */
export const findSignedIn = cache(async (): Promise<SignedIn | null> => {
  const claims = await findClaims();
  return claims ? findPerson(claims) : null;
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

/**
 * For answers that last: the actor, if they may, and a way to ask later whether they still may.
 *
 * @throws AppError `unauthenticated` or `forbidden`.
 */
export async function requireLastingActor<P extends Permission>(
  permission: P,
): Promise<{ actor: Actor<P>; mayStay: () => Promise<boolean> }> {
  const actor = await requireActor(permission);
  const claims = await findClaims();
  const mayStay = async () => {
    const person = claims && (await findPerson(claims));
    return person !== null && person.role === actor.role;
  };
  return { actor, mayStay };
}
