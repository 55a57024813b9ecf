import { publishEvents } from '@/lib/outbox/mutations';
import { readAnswering } from '@/lib/response/data';
import { workingTimeBetween } from '@/lib/response/working-time';
import type { Db } from '@/lib/server/db';

/** A lead that somebody is given. */
export interface NewAssignment {
  leadId: string;
  userId: string;
  /** Why they, in words. */
  reason: string;
  tier: string;
  /** Since when a response clock runs, and until when; null when none does. */
  clock: { from: Date; respondBy: Date } | null;
}

/** Ends whatever assignments of a lead are open. */
export async function endAssignments(tx: Db, leadId: string, now: Date): Promise<void> {
  await tx.assignment.updateMany({ where: { leadId, endedAt: null }, data: { endedAt: now } });
}

/** Holds the rows of people for the rest of a transaction, so that nobody is given leads twice over. After leads, by id. */
export async function holdPeople(tx: Db, userIds: readonly string[]): Promise<void> {
  const ids = [...userIds].sort();
  await tx.$queryRaw`SELECT 1 FROM "User" WHERE "id" = ANY(${ids}::uuid[]) ORDER BY "id" FOR NO KEY UPDATE`;
}

/** Gives a lead to somebody, within a transaction that holds it; whoever had it has it no longer. */
export async function assignLead(tx: Db, assignment: NewAssignment, now: Date): Promise<void> {
  const { leadId, userId, reason, tier, clock } = assignment;
  await holdPeople(tx, [userId]);
  await endAssignments(tx, leadId, now);
  const clockFrom = clock?.from ?? null;
  const respondBy = clock?.respondBy ?? null;
  await tx.assignment.create({
    data: { leadId, userId, reason, tier, assignedAt: now, clockFrom, respondBy },
  });
  await publishEvents(tx, [{ type: 'lead.assigned', at: now, leadId, data: { userId, reason } }]);
}

/** Notes that a lead was now touched: no answer is due any more, and how much working time it took is kept. */
export async function noteFirstTouch(tx: Db, leadId: string, now: Date): Promise<void> {
  await tx.lead.update({ where: { id: leadId }, data: { respondBy: null } });
  const open = await tx.assignment.findMany({
    where: { leadId, endedAt: null, firstTouchAt: null },
    select: { id: true, userId: true, clockFrom: true },
  });
  if (open.length === 0) return;
  const { hoursOf } = await readAnswering(tx);
  for (const { id, userId, clockFrom } of open) {
    const workingMs = clockFrom && workingTimeBetween(clockFrom.getTime(), now.getTime(), hoursOf(userId));
    await tx.assignment.update({ where: { id }, data: { firstTouchAt: now, workingMs } });
  }
}
