import { announceLeads } from '@/lib/leads/mutations/hold-lead';
import { getDb, type Db } from '@/lib/server/db';
import { querySql } from '@/lib/server/sql';
import { CLOCK_TASK } from '../constants';

/** Has the clocks of leads looked at when they have something to say: one job for a lead, the last one asked for. */
const SCHEDULE = `
  SELECT count(*)::int AS "jobs" FROM unnest($1::uuid[], $2::timestamptz[]) AS q("leadId", "at"),
    LATERAL graphile_worker.add_job('${CLOCK_TASK}', json_build_object('leadId', q."leadId"),
      job_key := '${CLOCK_TASK}-' || q."leadId", run_at := q."at")`;

/** Plans when clocks are looked at next. */
export async function scheduleClocks(tx: Db, looks: readonly { leadId: string; at: Date }[]): Promise<void> {
  if (looks.length === 0) return;
  await querySql(tx, SCHEDULE, [looks.map(({ leadId }) => leadId), looks.map(({ at }) => at.toISOString())]);
}

/**
 * Has those clocks looked at that should have said something by an instant and did not: their worker was killed. $1: the
 * instant, less some seconds for those that are just being looked at.
 */
const MISSED = `
  SELECT l."id" AS "leadId" FROM "Lead" l CROSS JOIN LATERAL (
    SELECT * FROM "Routing" WHERE "leadId" = l."id" AND "respondBy" IS NOT NULL
    ORDER BY "at" DESC, "decidedAt" DESC, "id" DESC LIMIT 1) r
  WHERE l."respondBy" IS NOT NULL AND l."mergedIntoId" IS NULL AND CASE
    WHEN r."alarmAt" <= $1::timestamptz THEN r."alarmedAt" IS NULL
    WHEN r."respondBy" <= $1::timestamptz THEN r."lateAt" IS NULL
    ELSE r."warnAt" <= $1::timestamptz AND r."warnedAt" IS NULL END`;

const MISSED_AFTER_MS = 30_000;

/** Has clocks looked at that a killed worker left. */
export async function resumeClocks(now: Date): Promise<void> {
  const db = getDb();
  const missed = await querySql<{ leadId: string }>(db, MISSED, [new Date(now.getTime() - MISSED_AFTER_MS)]);
  await scheduleClocks(
    db,
    missed.map(({ leadId }) => ({ leadId, at: now })),
  );
}

/** No answer is due any more of leads that this transaction holds. */
export async function stopClocks(tx: Db, leads: readonly { id: string }[]): Promise<void> {
  if (leads.length === 0) return;
  const ids = leads.map(({ id }) => id);
  await tx.lead.updateMany({ where: { id: { in: ids } }, data: { respondBy: null } });
  await announceLeads(tx, ids);
}
