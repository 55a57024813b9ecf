import type { Task } from 'graphile-worker';
import { z } from 'zod';
import { restateDeals } from '@/lib/reports/mutations/restate-deals';
import { logger } from '@/lib/server/logger';
import { runAlone } from '@/lib/server/sql';

const HOUR_MS = 3_600_000;

/** Whether those that are right as far as is known are done again too, for facts that came late. */
const payloadSchema = z.looseObject({ all: z.boolean().default(false) });

/** Task `restate-deals`: scores deals' leads as of their first engagement by the live rubric, for the reports. */
export const restateWaitingDeals: Task = async (payload, { abortSignal }) => {
  const { all } = payloadSchema.parse(payload ?? {});
  const now = new Date();
  const since = all ? new Date(now.getTime() - HOUR_MS) : undefined;
  const deals = await runAlone('restate-deals', () => restateDeals({ now, since }, abortSignal));
  if (deals !== null && deals > 0) logger.info('Deals were scored as of their first engagement', { deals });
};
