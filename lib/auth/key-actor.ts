import type { Scope } from '@/lib/api-keys/constants';
import { findLiveKey } from '@/lib/api-keys/data';
import { noteKeyUse } from '@/lib/api-keys/mutations';
import { AppError } from '@/lib/server/errors';
import { hashToken } from '@/lib/server/passwords';
import type { Actor } from './actor';
import type { Permission } from './permissions';

const verified = Symbol('verified');
const proven = Symbol('proven');

/** An API key that came with a request and is in use. Only `verifyKey` makes one. */
export interface VerifiedKey {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly [verified]: true;
}

/**
 * A program that showed a key with scope `S`. Only `grantScope` makes one, so a mutation that takes
 * `KeyActor<'rubric:write'>` cannot be called by code that did not ask.
 */
export interface KeyActor<S extends Scope> {
  readonly keyId: string;
  /** The key's name, by which the audit log knows it. */
  readonly name: string;
  readonly [proven]: S;
}

/** A person or a program that may: what a mutation takes that serves screens and the API alike. */
export type Authority<P extends Permission & Scope> = Actor<P> | KeyActor<P>;

const KEY_MISSING =
  'Send an API key as “Authorization: Bearer lg_…”. Admins make them under Settings, API keys.';

/**
 * The key that a request shows in its `Authorization` header, and notes that it was used.
 *
 * @throws AppError `unauthenticated` when there is none, or none in use.
 */
export async function verifyKey(authorization: string | null, now: Date): Promise<VerifiedKey> {
  const key = /^Bearer +(\S{1,200}) *$/iu.exec(authorization ?? '')?.[1];
  if (key === undefined) throw new AppError('unauthenticated', KEY_MISSING);
  const found = await findLiveKey(hashToken(key));
  if (!found) throw new AppError('unauthenticated', 'This API key is unknown or was revoked.');
  await noteKeyUse(found, now);
  return { id: found.id, name: found.name, scopes: found.scopes, [verified]: true };
}

/**
 * The key's authority to do one thing.
 *
 * @throws AppError `forbidden` when the scope is not among the key's.
 */
export function grantScope<S extends Scope>(key: VerifiedKey, scope: S): KeyActor<S> {
  if (!key.scopes.includes(scope)) {
    throw new AppError('forbidden', `The API key “${key.name}” does not have the scope ${scope}.`);
  }
  return { keyId: key.id, name: key.name, [proven]: scope };
}
