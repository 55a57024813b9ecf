import type { Role } from '@/lib/generated/prisma/enums';
import type { Db } from '@/lib/server/db';
import { AppError } from '@/lib/server/errors';
import { whyNotWork } from './access';

const SELECTION = {
  id: true,
  name: true,
  email: true,
  externalId: true,
  companyId: true,
  state: true,
  ownerId: true,
  snoozedUntil: true,
  lockedById: true,
  lockedUntil: true,
  firstEngagedAt: true,
  company: { select: { name: true } },
  owner: { select: { id: true, name: true } },
  lockedBy: { select: { id: true, name: true } },
  score: { select: { tier: true, tierSince: true } },
} as const;

function findLead(tx: Db, leadId: string) {
  return tx.lead.findFirst({ where: { id: leadId, mergedIntoId: null }, select: SELECTION });
}

/** A lead whose row this transaction holds, so that nobody else changes it before the end. */
export type HeldLead = NonNullable<Awaited<ReturnType<typeof findLead>>>;

/**
 * Takes hold of a lead's row for the rest of the transaction.
 *
 * @throws AppError `not_found` when there is no such lead (any more); `forbidden` when the actor may not work it.
 */
export async function holdLead(
  tx: Db,
  actor: { id: string; role: Role },
  leadId: string,
  now: Date,
): Promise<HeldLead> {
  await tx.$queryRaw`SELECT 1 FROM "Lead" WHERE "id" = ${leadId}::uuid FOR UPDATE`;
  const lead = await findLead(tx, leadId);
  if (!lead) throw new AppError('not_found', 'This lead is gone: it was erased or merged into another.');
  const { lockedBy, lockedUntil } = lead;
  const lock = lockedBy && lockedUntil ? { ...lockedBy, until: lockedUntil.getTime() } : null;
  const refusal = whyNotWork(actor, { owner: lead.owner, lock }, now.getTime());
  if (refusal) throw new AppError('forbidden', refusal);
  return lead;
}
