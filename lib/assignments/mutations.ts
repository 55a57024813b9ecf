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

/** Ends whatever assignments of leads are open. */
export async function endAssignments(tx: Db, leadIds: readonly string[], now: Date): Promise<void> {
  await tx.assignment.updateMany({
    where: { leadId: { in: [...leadIds] }, endedAt: null },
    data: { endedAt: now },
  });
}

/** Holds the rows of people for the rest of a transaction, so that nobody is given leads twice over. After leads, by id. */
export async function holdPeople(tx: Db, userIds: readonly string[]): Promise<void> {
  const ids = [...userIds].sort();
  await tx.$queryRaw`SELECT 1 FROM "User" WHERE "id" = ANY(${ids}::uuid[]) ORDER BY "id" FOR NO KEY UPDATE`;
}

/** Gives leads to people, within a transaction that holds the leads; whoever had one has it no longer. */
export async function assignLeads(tx: Db, assignments: readonly NewAssignment[], now: Date): Promise<void> {
  if (assignments.length === 0) return;
  await holdPeople(tx, [...new Set(assignments.map(({ userId }) => userId))]);
  await endAssignments(
    tx,
    assignments.map(({ leadId }) => leadId),
    now,
  );
  await tx.assignment.createMany({
    data: assignments.map(({ leadId, userId, reason, tier, clock }) => ({
      ...{ leadId, userId, reason, tier, assignedAt: now },
      clockFrom: clock?.from ?? null,
      respondBy: clock?.respondBy ?? null,
    })),
  });
  const told = assignments.map(({ leadId, userId, reason }) => ({ leadId, data: { userId, reason } }));
  await publishEvents(
    tx,
    told.map((event) => ({ type: 'lead.assigned', at: now, ...event })),
  );
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
