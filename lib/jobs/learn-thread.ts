import { workerData } from 'node:worker_threads';
import { z } from 'zod';
import { runLearning } from '@/lib/learning/mutations';
import { closeDb } from '@/lib/server/db';
import { learnPayloadSchema } from './learn';

const { given } = z.object({ given: learnPayloadSchema }).parse(workerData);

/** A thread that learns once, and ends. */
await runLearning(given.runId, () => new Date()).finally(closeDb);
