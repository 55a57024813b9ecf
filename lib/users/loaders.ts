import { redirect } from 'next/navigation';
import { findSignedIn, requirePage } from '@/lib/auth/guards';
import { HOME, isAllowed } from '@/lib/auth/permissions';
import { readReturnPath } from '@/lib/auth/return-path';
import { hashToken } from '@/lib/server/passwords';
import { findInvitation, hasAnyUser, listOpenInvitations, listPeople } from './data';

/** The people screen: everyone, the open invitations, and whether the reader may change them. */
export async function loadPeople() {
  const actor = await requirePage('settings:read', '/settings/people');
  const [people, invitations] = await Promise.all([listPeople(), listOpenInvitations(new Date())]);
  return {
    people,
    invitations,
    mayManage: isAllowed(actor.role, 'people:manage'),
    mayPlan: isAllowed(actor.role, 'routing:write'),
    selfId: actor.id,
  };
}

/** What a one-time link is good for; null when it is unknown, used or expired. Needs no session: the token is the proof. */
export async function loadInvitation(token: string) {
  const invitation = await findInvitation(hashToken(token), new Date());
  if (!invitation) return null;
  const { role, email, userId, createdById } = invitation;
  return {
    role,
    email,
    purpose: userId ? ('password' as const) : ('join' as const),
    first: createdById === null,
  };
}

/** The sign-in page: where to go afterwards, and whether anyone has an account yet. Who is signed in is sent on. */
export async function loadSignIn(next: unknown) {
  const returnTo = readReturnPath(next, '/');
  const person = await findSignedIn();
  if (person) redirect(returnTo === '/' ? HOME[person.role] : returnTo);
  return { returnTo, nobodyYet: !(await hasAnyUser()) };
}
