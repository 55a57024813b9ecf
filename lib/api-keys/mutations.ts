import { randomBytes } from 'node:crypto';
import type { z } from 'zod';
import { writeAudit } from '@/lib/audit/mutations';
import type { Actor } from '@/lib/auth/actor';
import { getDb } from '@/lib/server/db';
import { AppError } from '@/lib/server/errors';
import { hashToken } from '@/lib/server/passwords';
import { KEY_START, PREFIX_LENGTH, USE_NOTED_EVERY_MS } from './constants';
import type { createKeySchema } from './schema';

/** An admin, or whoever may run commands on the server, who could read the database anyway. */
export type KeyKeeper = Actor<'keys:manage'> | 'command line';

function toAuthor(keeper: KeyKeeper) {
  return keeper === 'command line' ? { user: null, actor: keeper } : { user: keeper };
}

/**
 * Makes a key of 256 random bits. Only its hash is kept: a fast one is enough for what cannot be guessed.
 *
 * @returns the key, which nobody can show again.
 */
export async function createApiKey(
  keeper: KeyKeeper,
  { name, scopes }: z.output<typeof createKeySchema>,
  now: Date,
): Promise<{ id: string; key: string }> {
  const key = `${KEY_START}${randomBytes(32).toString('base64url')}`;
  const prefix = key.slice(0, PREFIX_LENGTH);
  const createdById = keeper === 'command line' ? null : keeper.id;
  const id = await getDb().$transaction(async (tx) => {
    const made = await tx.apiKey.create({
      data: { name, prefix, hash: hashToken(key), scopes, createdById, createdAt: now },
    });
    await writeAudit(tx, {
      ...toAuthor(keeper),
      action: 'api_key.created',
      subject: `api-key:${made.id}`,
      details: { name, prefix, scopes },
    });
    return made.id;
  });
  return { id, key };
}

/**
 * Takes a key out of use, for good and at once.
 *
 * @throws AppError `not_found` when there is no such key in use.
 */
export async function revokeApiKey(keeper: KeyKeeper, keyId: string, now: Date): Promise<{ name: string }> {
  return getDb().$transaction(async (tx) => {
    const [revoked] = await tx.apiKey.updateManyAndReturn({
      where: { id: keyId, revokedAt: null },
      data: { revokedAt: now },
      select: { name: true, prefix: true },
    });
    if (!revoked) throw new AppError('not_found', 'There is no such key, or it was revoked already.');
    await writeAudit(tx, {
      ...toAuthor(keeper),
      action: 'api_key.revoked',
      subject: `api-key:${keyId}`,
      details: { ...revoked },
    });
    return { name: revoked.name };
  });
}

/** Writes down that a key was used, once a minute at most. */
export async function noteKeyUse(
  { id, lastUsedAt }: { id: string; lastUsedAt: Date | null },
  now: Date,
): Promise<void> {
  const due = new Date(now.getTime() - USE_NOTED_EVERY_MS);
  if (lastUsedAt && lastUsedAt > due) return;
  await getDb().apiKey.updateMany({
    where: { id, OR: [{ lastUsedAt: null }, { lastUsedAt: { lte: due } }] },
    data: { lastUsedAt: now },
  });
}
