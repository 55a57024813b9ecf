import type { Prisma } from '@/lib/generated/prisma/client';
import { querySql, type SqlClient } from '@/lib/server/sql';

export interface AuditInput {
  /** Who did it: a person, an API key, or null with the name of what acted. */
  user: { id: string; name: string } | { keyId: string; name: string } | null;
  actor?: string;
  /** Noun and verb, such as "rubric.published". */
  action: string;
  /** What it was done to, such as "rubric:3". */
  subject?: string;
  details?: Prisma.InputJsonObject;
}

const INSERT = `
  INSERT INTO "AuditEntry" ("id", "userId", "actor", "action", "subject", "details")
  VALUES (uuidv7(), $1::uuid, $2, $3, $4, $5::jsonb)`;

/** Writes what was done, in the transaction that does it. */
export async function writeAudit(
  tx: SqlClient,
  { user, actor, action, subject, details }: AuditInput,
): Promise<void> {
  const name = user ? ('keyId' in user ? `API key “${user.name}”` : user.name) : (actor ?? 'system');
  const userId = user && 'id' in user ? user.id : null;
  await querySql(tx, INSERT, [userId, name, action, subject ?? null, JSON.stringify(details ?? {})]);
}
