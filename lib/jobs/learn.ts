import type { Task } from 'graphile-worker';
import { once } from 'node:events';
import { z } from 'zod';
import { startThread } from '@/lib/server/start-thread';

export const learnPayloadSchema = z.object({ runId: z.uuid() });

const CONNECTIONS = 2;

/** Task `learn`: learns a rubric from the closed deals, for people to read; in a thread, so that nothing else waits. */
export const learn: Task = async (payload) => {
  const given = learnPayloadSchema.parse(payload);
  const thread = startThread('lib/jobs/learn-thread.ts', { connections: CONNECTIONS, given });
  // What goes wrong in the thread rejects this too.
  await once(thread, 'exit');
};
