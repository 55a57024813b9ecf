import { createHash, randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** Hashes a password with argon2id at the library's defaults (19 MiB, 2 passes), as OWASP recommends at the least. */
export function hashPassword(password: string): Promise<string> {
  return hash(password);
}

let decoy: Promise<string> | undefined;

/**
 * Whether a password fits a stored hash. Without a stored hash the same work is done against a decoy, so that the time
 * taken does not tell whether an account exists.
 */
export async function verifyPassword(stored: string | undefined, password: string): Promise<boolean> {
  const against = stored ?? (await (decoy ??= hash(randomBytes(16).toString('hex'))));
  return (await verify(against, password)) && stored !== undefined;
}

/** A one-time secret for a link, of 256 bits, and the hash under which it is kept. */
export function createToken(): { token: string; tokenHash: string } {
  const token = randomBytes(32).toString('base64url');
  return { token, tokenHash: hashToken(token) };
}

/** The SHA-256 under which a random token is kept: enough, as it cannot be guessed. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
