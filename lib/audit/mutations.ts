import type { Prisma } from '@/lib/generated/prisma/client';
import type { Db } from '@/lib/server/db';

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

/** Writes what was done, in the transaction that does it. */
export async function writeAudit(
  tx: Db,
  { user, actor, action, subject, details }: AuditInput,
): Promise<void> {
  await tx.auditEntry.create({
    data: {
      userId: user && 'id' in user ? user.id : null,
      actor: user ? ('keyId' in user ? `API key “${user.name}”` : user.name) : (actor ?? 'system'),
      action,
      subject: subject ?? null,
      details: details ?? {},
    },
  });
}
