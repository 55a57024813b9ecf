import { Prisma } from '@/lib/generated/prisma/client';

/** Intent has reached what it was put off until: read from the history, so that it stays awake when intent falls again. */
const INTENT_ROSE = Prisma.sql`(l."snoozeIntent" IS NOT NULL AND EXISTS (
  SELECT FROM "ScoreChange" h
  WHERE h."leadId" = l."id" AND h."at" > l."snoozedAt" AND h."intent" >= l."snoozeIntent"))`;

/** Of "Lead" l: nobody has put it off, or what it was put off until has come. */
export function isAwake(now: Date): Prisma.Sql {
  return Prisma.sql`(l."snoozedUntil" IS NULL OR l."snoozedUntil" <= ${now} OR ${INTENT_ROSE})`;
}

/** Of "Lead" l: put off until a day, or an intent, that has not come. */
export function isAsleep(now: Date): Prisma.Sql {
  return Prisma.sql`(l."snoozedUntil" > ${now} AND NOT ${INTENT_ROSE})`;
}

/** Of "Lead" l, the day until which it is put off; null when intent rose before. */
export const SNOOZED_UNTIL = Prisma.sql`CASE WHEN NOT ${INTENT_ROSE} THEN l."snoozedUntil" END`;
