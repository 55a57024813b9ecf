import { Prisma } from '@/lib/generated/prisma/client';
import { assignLead } from '@/lib/assignments/mutations';
import { writeAudit } from '@/lib/audit/mutations';
import type { Actor } from '@/lib/auth/actor';
import { announceLeads, holdLead, type HeldLead } from '@/lib/leads/mutations/hold-lead';
import { getDb, type Db } from '@/lib/server/db';
import { AppError } from '@/lib/server/errors';
import { LOCK_MINUTES } from './constants';
import { listQueueTiers } from './data';
import { toQueueConditions, type QueueFilter } from './queue-conditions';

const MINUTE_MS = 60_000;

/** The clock that runs for a lead, for whoever is given it. */
function toClock({ respondBy, tierSince }: { respondBy: Date | null; tierSince: Date | null }) {
  return respondBy && tierSince ? { from: tierSince, respondBy } : null;
}

/**
 * Gives the best free lead (by tier, then score, then id) and keeps it for the rep for 15 minutes; a lead that another
 * is just taking is passed over, so that of any number of reps no two get the same. Null when none is free.
 */
export async function takeNextLead(
  actor: Actor<'leads:work'>,
  filter: QueueFilter,
  now: Date,
): Promise<{ leadId: string } | null> {
  const tiers = await listQueueTiers();
  if (tiers.length === 0) return null;
  const conditions = toQueueConditions('free', filter, tiers, { userId: actor.id, now });
  return getDb().$transaction(async (tx) => {
    const find = (lock: Prisma.Sql) => tx.$queryRaw<
      { leadId: string; tier: string; tierSince: Date; respondBy: Date | null }[]
    >`
      SELECT l."id" AS "leadId", s."tier", s."tierSince", l."respondBy"
      FROM "LeadScore" s JOIN "Lead" l ON l."id" = s."leadId"
      LEFT JOIN "Company" c ON c."id" = l."companyId"
      WHERE ${Prisma.join(conditions, ' AND ')}
      ORDER BY s."tierRank", s."score" DESC, s."leadId" LIMIT 1 ${lock}`;
    const [passingBy] = await find(Prisma.sql`FOR UPDATE OF l SKIP LOCKED`);
    // A lead that is only just being rescored is free all the same.
    const found = passingBy ?? (await find(Prisma.sql`FOR UPDATE OF l`))[0];
    if (!found) return null;
    const { leadId, tier } = found;
    const lockedUntil = new Date(now.getTime() + LOCK_MINUTES * MINUTE_MS);
    await tx.lead.update({ where: { id: leadId }, data: { lockedById: actor.id, lockedUntil } });
    const given = { leadId, userId: actor.id, reason: 'took the next lead', tier, clock: toClock(found) };
    await assignLead(tx, given, now);
    await announceLeads(tx, [leadId]);
    return { leadId };
  });
}

/** Makes a lead that nobody owns a person's own, within a transaction that holds it. */
export async function claimLead(
  tx: Db,
  lead: HeldLead,
  claim: { userId: string; reason: string },
  now: Date,
): Promise<void> {
  const { id: leadId, tier } = lead;
  const open = await tx.assignment.findFirst({
    where: { leadId, userId: claim.userId, endedAt: null },
    select: { id: true },
  });
  // Someone who held the lead for the moment keeps the assignment they got with it.
  if (!open || lead.ownerId) {
    await assignLead(tx, { leadId, ...claim, tier: tier ?? '', clock: toClock(lead) }, now);
  }
  await tx.lead.update({
    where: { id: leadId },
    data: { ownerId: claim.userId, lockedById: null, lockedUntil: null },
  });
}

/** Makes a free lead the actor's own. Taking what is theirs already changes nothing. */
export async function takeLead(actor: Actor<'leads:work'>, leadId: string, now: Date): Promise<void> {
  await getDb().$transaction(async (tx) => {
    const lead = await holdLead(tx, actor, leadId, now);
    if (lead.ownerId === actor.id) return;
    if (lead.ownerName) throw new AppError('conflict', `${lead.ownerName} owns this lead. Pass it on first.`);
    await claimLead(tx, lead, { userId: actor.id, reason: 'took it from the free list' }, now);
    await writeAudit(tx, { user: actor, action: 'lead.taken', subject: `lead:${leadId}` });
  });
}
