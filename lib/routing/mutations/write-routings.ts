import { v7 as uuidv7 } from 'uuid';
import { writeAlerts } from '@/lib/alerts/mutations';
import type { RoutingOutcome } from '@/lib/generated/prisma/enums';
import { announceLeads } from '@/lib/leads/mutations/hold-lead';
import { publishEvents } from '@/lib/outbox/mutations';
import type { ClockPlan } from '@/lib/response/types';
import type { Db } from '@/lib/server/db';
import { querySql } from '@/lib/server/sql';
import type { Situation } from '../data/leads';
import { scheduleClocks } from './clocks';

/** A lead that was routed, to be written down and carried out. */
export interface NewRouting {
  lead: Situation;
  /** Since when its clock runs. */
  from: Date;
  outcome: RoutingOutcome;
  userId: string | null;
  rule: string | null;
  reason: string;
  /** Null when no answer is due. */
  clock: ClockPlan | null;
  /** What its clock has said already. */
  told: { warnedAt: Date | null; lateAt: Date | null; alarmedAt: Date | null } | null;
  sampled: boolean;
}

const toDate = (instant: number | undefined) => (instant === undefined ? null : new Date(instant));

/** A lead that comes back to its owner wakes up; one that is given away belongs to whoever gets it. */
const UPDATE_LEADS = `
  UPDATE "Lead" l SET "respondBy" = q."respondBy", "ownerId" = coalesce(q."ownerId", l."ownerId"),
    "snoozedUntil" = CASE WHEN q."outcome" = 'calm' THEN l."snoozedUntil" END,
    "lockedById" = CASE WHEN q."ownerId" IS NULL THEN l."lockedById" END,
    "lockedUntil" = CASE WHEN q."ownerId" IS NULL THEN l."lockedUntil" END
  FROM unnest($1::uuid[], $2::timestamptz[], $3::uuid[], $4::text[]) AS q("id", "respondBy", "ownerId", "outcome")
  WHERE l."id" = q."id"`;

/** Lets the clock run for assignments that nobody has touched yet; answers whose these are. */
const RUN_OPEN = `
  UPDATE "Assignment" a SET "clockFrom" = q."from", "respondBy" = q."respondBy"
  FROM unnest($1::uuid[], $2::uuid[], $3::timestamptz[], $4::timestamptz[]) AS q("leadId", "userId", "from", "respondBy")
  WHERE a."leadId" = q."leadId" AND a."userId" = q."userId" AND a."endedAt" IS NULL AND a."firstTouchAt" IS NULL
  RETURNING a."leadId"`;

async function runOpenAssignments(tx: Db, routings: readonly NewRouting[]): Promise<ReadonlySet<string>> {
  const held = routings.filter(({ lead, clock }) => lead.holder !== null && clock !== null);
  const rows = await querySql<{ leadId: string }>(tx, RUN_OPEN, [
    held.map(({ lead }) => lead.id),
    held.map(({ userId }) => userId),
    held.map(({ from }) => from.toISOString()),
    held.map(({ clock }) => toDate(clock?.respondBy)?.toISOString() ?? null),
  ]);
  return new Set(rows.map(({ leadId }) => leadId));
}

async function createAssignments(tx: Db, routings: readonly NewRouting[], now: Date): Promise<void> {
  const leadIds = routings.map(({ lead }) => lead.id);
  await tx.assignment.updateMany({
    where: { leadId: { in: leadIds }, endedAt: null },
    data: { endedAt: now },
  });
  const data = routings.flatMap(({ lead, userId, reason, from, clock, sampled }) =>
    userId === null
      ? []
      : {
          leadId: lead.id,
          userId,
          reason,
          tier: lead.tier,
          assignedAt: now,
          clockFrom: clock && from,
          respondBy: toDate(clock?.respondBy),
          sampled,
        },
  );
  await tx.assignment.createMany({ data });
}

async function createRoutings(tx: Db, routings: readonly NewRouting[], now: Date): Promise<void> {
  await tx.routing.createMany({
    data: routings.map(({ lead, from, outcome, userId, rule, reason, clock, told }) => ({
      id: uuidv7(),
      leadId: lead.id,
      at: from,
      tier: lead.tier,
      outcome,
      userId,
      rule,
      reason,
      decidedAt: now,
      warnAt: toDate(clock?.warnAt),
      respondBy: toDate(clock?.respondBy),
      alarmAt: toDate(clock?.alarmAt),
      ...told,
    })),
  });
}

/**
 * Carries out what was decided of leads that this transaction holds: their owners, assignments and clocks, what people
 * and programs are told, and the record of it.
 */
export async function writeRoutings(tx: Db, routings: readonly NewRouting[], now: Date): Promise<void> {
  if (routings.length === 0) return;
  await createRoutings(tx, routings, now);
  const running = await runOpenAssignments(tx, routings);
  const given = routings.filter(
    ({ lead, outcome }) => outcome === 'assigned' || (outcome === 'owned' && !running.has(lead.id)),
  );
  await createAssignments(tx, given, now);
  await querySql(tx, UPDATE_LEADS, [
    routings.map(({ lead }) => lead.id),
    routings.map(({ clock }) => toDate(clock?.respondBy)?.toISOString() ?? null),
    routings.map(({ outcome, userId }) => (outcome === 'assigned' ? userId : null)),
    routings.map(({ outcome }) => outcome),
  ]);
  await publishEvents(
    tx,
    routings.flatMap(({ lead, outcome, userId, reason }) =>
      outcome === 'assigned'
        ? { type: 'lead.assigned' as const, at: now, leadId: lead.id, data: { userId, reason } }
        : [],
    ),
  );
  await writeAlerts(
    tx,
    routings.flatMap(({ lead, outcome, userId }) =>
      outcome === 'owned' && userId !== null
        ? { leadId: lead.id, userId, kind: 'owned' as const, detail: `Came into ${lead.tier} and is yours` }
        : [],
    ),
    now,
  );
  await scheduleClocks(
    tx,
    routings.flatMap(({ lead, clock }) => (clock ? { leadId: lead.id, at: new Date(clock.warnAt) } : [])),
  );
  await announceLeads(
    tx,
    routings.map(({ lead }) => lead.id),
  );
}
