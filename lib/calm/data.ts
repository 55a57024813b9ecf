import { getPool } from '@/lib/server/db';
import { querySql, type SqlClient } from '@/lib/server/sql';
import { readSetting } from '@/lib/settings/data';
import { CALM_SETTING } from './constants';
import { calmSettingsSchema } from './schema';
import type { CalmSettings, LowestFigures } from './types';

/** When a lead that comes back is news again, and when that was saved. */
export async function readCalm(
  client: SqlClient = getPool(),
): Promise<{ calm: CalmSettings; savedAt: Date | null }> {
  const { value, savedAt } = await readSetting(client, CALM_SETTING);
  return { calm: calmSettingsSchema.parse(value ?? {}), savedAt };
}

/** Of a lead, the stretch in which to look for its lowest figures: after the one instant and before the other. */
export interface Stretch {
  leadId: string;
  after: Date;
  before: Date;
}

/** The lowest figures of leads, each in its stretch; in the order asked for. */
export async function findLowest(client: SqlClient, stretches: readonly Stretch[]): Promise<LowestFigures[]> {
  if (stretches.length === 0) return [];
  return querySql<LowestFigures>(
    client,
    `SELECT h."score", h."fit", h."intent"
     FROM unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[])
       WITH ORDINALITY AS q("leadId", "after", "before", "place")
     CROSS JOIN LATERAL (
       SELECT min("score")::int AS "score", min("fit")::int AS "fit", min("intent")::int AS "intent"
       FROM "ScoreChange" WHERE "leadId" = q."leadId" AND "at" > q."after" AND "at" < q."before") h
     ORDER BY q."place"`,
    [
      stretches.map(({ leadId }) => leadId),
      stretches.map(({ after }) => after.toISOString()),
      stretches.map(({ before }) => before.toISOString()),
    ],
  );
}
