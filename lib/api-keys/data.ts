import { getDb } from '@/lib/server/db';
import type { ApiKeyRow } from './types';

/** The key behind a hash, or null when there is none or it was revoked. */
export function findLiveKey(hash: string) {
  return getDb().apiKey.findFirst({
    where: { hash, revokedAt: null },
    select: { id: true, name: true, scopes: true, lastUsedAt: true },
  });
}

/** Every key that was ever made: those in use first, then those revoked, the newest first in each. */
export async function listApiKeys(): Promise<ApiKeyRow[]> {
  const [keys, people] = await Promise.all([
    getDb().apiKey.findMany({
      orderBy: { createdAt: 'desc' },
      omit: { hash: true },
    }),
    getDb().user.findMany({ select: { id: true, name: true } }),
  ]);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const rows = keys.map(({ createdById, ...key }) => ({
    ...key,
    createdBy: names.get(createdById ?? '') ?? null,
  }));
  return [...rows.filter(({ revokedAt }) => !revokedAt), ...rows.filter(({ revokedAt }) => revokedAt)];
}
