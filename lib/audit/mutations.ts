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
  SELECT uuidv7(), r."userId", r."actor", r."action", r."subject", r."details"
  FROM jsonb_to_recordset($1::jsonb) AS r("userId" uuid, "actor" text, "action" text, "subject" text, "details" jsonb)`;

/** Writes what was done, in the transaction that does it. */
export async function writeAudit(tx: SqlClient, ...entries: readonly AuditInput[]): Promise<void> {
  const rows = entries.map(({ user, actor, action, subject, details }) => ({
    userId: user && 'id' in user ? user.id : null,
    actor: user ? ('keyId' in user ? `API key “${user.name}”` : user.name) : (actor ?? 'system'),
    action,
    subject: subject ?? null,
    details: details ?? {},
  }));
  await querySql(tx, INSERT, [JSON.stringify(rows)]);
}
