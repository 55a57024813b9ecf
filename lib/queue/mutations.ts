import { Prisma } from '@/lib/generated/prisma/client';
import { assignLeads } from '@/lib/assignments/mutations';
import { writeAudit } from '@/lib/audit/mutations';
import type { Actor } from '@/lib/auth/actor';
import { toParts, type OrderPart } from '@/lib/leads/lead-order';
import { announceLeads, holdLead, type HeldLead } from '@/lib/leads/mutations/hold-lead';
import { getDb, type Db } from '@/lib/server/db';
import { AppError } from '@/lib/server/errors';
import { LOCK_MINUTES } from './constants';
import { listQueueTiers } from './data';
import { chooseTiers, toQueueConditions, type QueueFilter } from './queue-conditions';

const MINUTE_MS = 60_000;

/** The clock that runs for a lead, for whoever is given it. */
function toClock({ respondBy, tierSince }: { respondBy: Date | null; tierSince: Date | null }) {
  return respondBy && tierSince ? { from: tierSince, respondBy } : null;
}

/**
 * Gives the best free lead, in the order of the queue, and keeps it for the rep for 15 minutes; a lead that another
 * is just taking is passed over, so that of any number of reps no two get the same. Null when none is free.
 */
export async function takeNextLead(
  actor: Actor<'leads:work'>,
  filter: QueueFilter,
  now: Date,
): Promise<{ leadId: string } | null> {
  const tiers = await listQueueTiers();
  if (tiers.length === 0) return null;
  const places = chooseTiers(filter.tiers, tiers).flatMap((tier) => {
    const conditions = toQueueConditions('free', filter, [tier], { userId: actor.id, now });
    return toParts('queue', 'forward').map((part) => {
      return { ...part, conditions: [...conditions, ...part.conditions] };
    });
  });
  return getDb().$transaction(async (tx) => {
    const found = (await findFirst(tx, places, 'SKIP LOCKED')) ?? (await findFirst(tx, places, 'WAIT'));
    if (!found) return null;
    const { leadId, tier } = found;
    const lockedUntil = new Date(now.getTime() + LOCK_MINUTES * MINUTE_MS);
    await tx.lead.update({ where: { id: leadId }, data: { lockedById: actor.id, lockedUntil } });
    const given = { leadId, userId: actor.id, reason: 'took the next lead', tier, clock: toClock(found) };
    await assignLeads(tx, [given], now);
    await announceLeads(tx, [leadId]);
    return { leadId };
  });
}

interface FreeLead {
  leadId: string;
  tier: string;
  tierSince: Date;
  respondBy: Date | null;
}

/**
 * The first lead of the first of several places, looked through in turn, and held; each is one stretch of the queue's
 * order. What others hold is passed over, or waited for: a lead that is only just being changed may be free all the same.
 */
async function findFirst(
  tx: Db,
  places: readonly OrderPart[],
  held: 'SKIP LOCKED' | 'WAIT',
): Promise<FreeLead | undefined> {
  const skip = held === 'WAIT' ? Prisma.empty : Prisma.sql`SKIP LOCKED`;
  for (const { conditions, orderBy } of places) {
    const [found] = await tx.$queryRaw<FreeLead[]>`
      SELECT l."id" AS "leadId", s."tier", s."tierSince", l."respondBy"
      FROM "LeadScore" s JOIN "Lead" l ON l."id" = s."leadId"
      LEFT JOIN "Company" c ON c."id" = l."companyId"
      WHERE ${Prisma.join(conditions, ' AND ')}
      ORDER BY ${orderBy} LIMIT 1 FOR UPDATE OF l ${skip}`;
    if (found) return found;
  }
  return undefined;
}

/** Makes leads a person's own, within a transaction that holds them. */
export async function claimLeads(
  tx: Db,
  leads: readonly HeldLead[],
  { userId, reason }: { userId: string; reason: string },
  now: Date,
): Promise<void> {
  const leadIds = leads.map(({ id }) => id);
  const open = await tx.assignment.findMany({
    where: { leadId: { in: leadIds }, userId, endedAt: null },
    select: { leadId: true },
  });
  // Someone who held a lead for the moment keeps the assignment they got with it.
  const kept = new Set(open.map(({ leadId }) => leadId));
  const given = leads.filter(({ id, ownerId }) => !kept.has(id) || ownerId !== null);
  const assignments = given.map((lead) => {
    return { leadId: lead.id, userId, reason, tier: lead.tier ?? '', clock: toClock(lead) };
  });
  await assignLeads(tx, assignments, now);
  await tx.lead.updateMany({
    where: { id: { in: leadIds } },
    data: { ownerId: userId, lockedById: null, lockedUntil: null },
  });
}

/** Makes a free lead the actor's own. Taking what is theirs already changes nothing. */
export async function takeLead(actor: Actor<'leads:work'>, leadId: string, now: Date): Promise<void> {
  await getDb().$transaction(async (tx) => {
    const lead = await holdLead(tx, actor, leadId, now);
    if (lead.ownerId === actor.id) return;
    if (lead.ownerName) throw new AppError('conflict', `${lead.ownerName} owns this lead. Pass it on first.`);
    await claimLeads(tx, [lead], { userId: actor.id, reason: 'took it from the free list' }, now);
    await writeAudit(tx, { user: actor, action: 'lead.taken', subject: `lead:${leadId}` });
  });
}
