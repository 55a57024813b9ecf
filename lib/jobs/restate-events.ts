import type { Task } from 'graphile-worker';
import { z } from 'zod';
import { logger } from '@/lib/server/logger';
import { restateEvents } from '@/lib/tracking/mutations';

const payloadSchema = z.object({ name: z.string(), type: z.string() });

/** Task `restate-events`: gives events that were stored before their name was mapped the type that it is mapped to. */
export const restateNamedEvents: Task = async (payload, { abortSignal }) => {
  const { name, type } = payloadSchema.parse(payload);
  const events = await restateEvents({ name, type }, abortSignal);
  logger.info('Events were given another type', { name, type, events });
};
