import type { Task } from 'graphile-worker';
import { z } from 'zod';
import { runLearning } from '@/lib/learning/mutations';

const payloadSchema = z.object({ runId: z.uuid() });

/** Task `learn`: learns a rubric from the closed deals, for people to read. */
export const learn: Task = async (payload) => {
  const { runId } = payloadSchema.parse(payload);
  await runLearning(runId, () => new Date());
};
