import type { Task } from 'graphile-worker';
import { z } from 'zod';
import { keepSegments } from '@/lib/reports/mutations/keep-segments';
import { placeActivities } from '@/lib/reports/mutations/place-activities';
import { restateEngagements } from '@/lib/reports/mutations/restate-engagements';
import { takeCensus } from '@/lib/reports/mutations/take-census';
import { logger } from '@/lib/server/logger';
import { runAlone } from '@/lib/server/sql';

const HOUR_MS = 3_600_000;

/** Whether those that are right as far as is known are done again too, for facts that came late. */
const payloadSchema = z.looseObject({ all: z.boolean().default(false) });

/**
 * Task `restate-engagements`: keeps what the reports count by: leads scored by the live rubric as of their first
 * engagement, the tier in which reps spent time, how many leads had which score when a month began, and segments.
 */
export const restateForReports: Task = async (payload, { abortSignal }) => {
  const { all } = payloadSchema.parse(payload ?? {});
  const now = new Date();
  const since = all ? new Date(now.getTime() - HOUR_MS) : undefined;
  const counts = await runAlone('restate-engagements', async () => {
    await keepSegments({ all, now });
    return {
      engagements: await restateEngagements({ now, since }, abortSignal),
      activities: await placeActivities(abortSignal),
      months: await takeCensus(now, abortSignal),
    };
  });
  if (counts && Object.values(counts).some((count) => count > 0)) {
    logger.info('What the reports count by was brought up to date', counts);
  }
};
