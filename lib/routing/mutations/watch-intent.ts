import { writeAlerts } from '@/lib/alerts/mutations';
import type { Db } from '@/lib/server/db';
import { querySql } from '@/lib/server/sql';
import type { Situation } from '../data/leads';
import { readRouting } from '../data/settings';
import { describeRise } from '../describe-rise';

/**
 * The lowest intent of leads since an instant: what it was then, and whatever it was after. Of a lead that was told of
 * meanwhile, since then. $1: leads, $2: the instant.
 */
const LOWEST = `
  SELECT q."leadId", least(
    (SELECT "intent" FROM "ScoreChange" WHERE "leadId" = q."leadId" AND "at" <= f."from"
     ORDER BY "at" DESC, "id" DESC LIMIT 1),
    (SELECT min("intent") FROM "ScoreChange" WHERE "leadId" = q."leadId" AND "at" > f."from"))::int AS "intent"
  FROM unnest($1::uuid[]) AS q("leadId") CROSS JOIN LATERAL (
    SELECT greatest($2::timestamptz, (SELECT max("at") FROM "Alert"
      WHERE "leadId" = q."leadId" AND "kind" = 'intent')) AS "from") f`;

const DAY_MS = 86_400_000;

/** Tells of nurtured leads whose intent rose enough: their owners, and of those that nobody owns everyone. */
export async function watchIntent(tx: Db, leads: readonly Situation[], now: Date): Promise<void> {
  if (leads.length === 0) return;
  const { routing } = await readRouting(tx);
  const { active, points, days } = routing.nurture;
  if (!active) return;
  const rows = await querySql<{ leadId: string; intent: number }>(tx, LOWEST, [
    leads.map(({ id }) => id),
    new Date(now.getTime() - days * DAY_MS),
  ]);
  const lowest = new Map(rows.map(({ leadId, intent }) => [leadId, intent]));
  const risen = leads.flatMap((lead) => {
    const rise = lead.intent - (lowest.get(lead.id) ?? lead.intent);
    return rise >= points ? [{ lead, rise }] : [];
  });
  await writeAlerts(
    tx,
    risen.map(({ lead, rise }) => ({
      leadId: lead.id,
      userId: lead.holder?.id ?? null,
      kind: 'intent',
      detail: describeRise(rise, lead.intent, days),
    })),
    now,
  );
}
