import { endAssignments } from '@/lib/assignments/mutations';
import { writeAudit } from '@/lib/audit/mutations';
import type { ActivityType } from '@/lib/generated/prisma/enums';
import { announceLeads } from '@/lib/leads/mutations/hold-lead';
import { publishEvents } from '@/lib/outbox/mutations';
import { getDb, type Db } from '@/lib/server/db';
import { AppError } from '@/lib/server/errors';
import { querySql } from '@/lib/server/sql';
import { UNDO_MINUTES } from '../constants';
import type { WorkState } from '../types';
import { readWorkChanges, type WorkChange } from '../work-change';
import type { Worker } from './record-work';

const MINUTE_MS = 60_000;
const UNDOABLE: readonly ActivityType[] = ['snoozed', 'passed', 'disqualified'];

interface Undoing extends WorkChange {
  leadId: string;
}

/**
 * Takes back snoozes, passings on or disqualifications of one's own, of those leads that are still as they left them.
 *
 * @returns the leads that are as before.
 * @throws AppError `not_found` when they were undone already or are too long ago; `conflict` when no lead is as it was left.
 */
export async function undoWork(
  actor: Worker,
  activityIds: readonly string[],
  now: Date,
): Promise<{ leadIds: string[] }> {
  return getDb().$transaction(
    async (tx) => {
      const since = new Date(now.getTime() - UNDO_MINUTES * MINUTE_MS);
      const activities = await tx.activity.findMany({
        where: {
          id: { in: [...activityIds] },
          userId: actor.id,
          type: { in: [...UNDOABLE] },
          at: { gte: since },
        },
        select: { id: true, leadId: true },
      });
      if (activities.length === 0) throw new AppError('not_found', 'This can no longer be undone.');
      const undoing = await findUndoable(tx, actor, activities, since);
      if (undoing.length === 0)
        throw new AppError('conflict', 'The lead has changed since; nothing was undone.');
      await restoreWork(tx, undoing, now);
      const leadIds = undoing.map(({ leadId }) => leadId);
      await announceLeads(tx, leadIds);
      await tx.activity.deleteMany({ where: { id: { in: undoing.map(({ activityId }) => activityId) } } });
      const reopened = undoing.filter(
        ({ before, after }) => after.state === 'disqualified' && before.state !== 'disqualified',
      );
      await publishEvents(
        tx,
        reopened.map(({ leadId }) => ({
          type: 'lead.reopened',
          at: now,
          leadId,
          data: { userId: actor.id },
        })),
      );
      const audited = undoing.map(({ leadId, activityId, before, after }) => ({
        user: actor,
        action: 'lead.undone',
        subject: `lead:${leadId}`,
        details: { activityId, before: { ...after }, after: { ...before } },
      }));
      await writeAudit(tx, ...audited);
      return { leadIds };
    },
    { timeout: 30_000 },
  );
}

/** Those activities whose leads, held from now on, are as the activity left them. */
async function findUndoable(
  tx: Db,
  actor: Worker,
  activities: readonly { id: string; leadId: string }[],
  since: Date,
): Promise<Undoing[]> {
  const leadIds = activities.map(({ leadId }) => leadId);
  await tx.$queryRaw`SELECT 1 FROM "Lead" WHERE "id" = ANY(${leadIds}::uuid[]) ORDER BY "id" FOR UPDATE`;
  const leads = await tx.lead.findMany({
    where: { id: { in: leadIds } },
    select: { id: true, state: true, ownerId: true, snoozedUntil: true },
  });
  const entries = await tx.auditEntry.findMany({
    where: { subject: { in: leadIds.map((id) => `lead:${id}`) }, userId: actor.id, at: { gte: since } },
    select: { details: true },
  });
  const changes = readWorkChanges(entries);
  const standing = new Map(leads.map((lead) => [lead.id, lead]));
  return activities.flatMap(({ id, leadId }) => {
    const [lead, change] = [standing.get(leadId), changes.get(id)];
    return lead && change && isSameWork(lead, change.after) ? [{ leadId, ...change }] : [];
  });
}

function isSameWork(
  lead: { state: string; ownerId: string | null; snoozedUntil: Date | null },
  work: WorkState,
): boolean {
  const snoozedUntil = lead.snoozedUntil?.toISOString() ?? null;
  return lead.state === work.state && lead.ownerId === work.ownerId && snoozedUntil === work.snoozedUntil;
}

const RESTORE = `
  UPDATE "Lead" l SET "state" = r."state"::"LeadState", "ownerId" = r."ownerId", "snoozedUntil" = r."snoozedUntil",
    "snoozedAt" = r."snoozedAt", "snoozeIntent" = r."snoozeIntent"
  FROM jsonb_to_recordset($1::jsonb) AS r("leadId" uuid, "state" text, "ownerId" uuid, "snoozedUntil" timestamptz,
    "snoozedAt" timestamptz, "snoozeIntent" smallint)
  WHERE l."id" = r."leadId"`;

/** The last assignment that each lead's owner had. */
const REOPEN = `
  UPDATE "Assignment" a SET "endedAt" = NULL
  FROM (SELECT DISTINCT ON (b."leadId") b."id" FROM "Assignment" b JOIN "Lead" l ON l."id" = b."leadId"
    WHERE l."id" = ANY($1::uuid[]) AND b."userId" = l."ownerId"
    ORDER BY b."leadId", b."assignedAt" DESC) last
  WHERE a."id" = last."id" RETURNING a."leadId", a."userId"`;

/** Puts leads back; whoever owns one again has the assignment again that ended with the action. */
async function restoreWork(tx: Db, undoing: readonly Undoing[], now: Date): Promise<void> {
  const leadIds = undoing.map(({ leadId }) => leadId);
  await querySql(tx, RESTORE, [JSON.stringify(undoing.map(({ leadId, before }) => ({ leadId, ...before })))]);
  await endAssignments(tx, leadIds, now);
  const reopened = await querySql<{ leadId: string; userId: string }>(tx, REOPEN, [leadIds]);
  await publishEvents(
    tx,
    reopened.map(({ leadId, userId }) => {
      const data = { userId, reason: 'an action was undone' };
      return { type: 'lead.assigned', at: now, leadId, data };
    }),
  );
}
