import { z } from 'zod';

/** The leads of a short list that are to be named. */
export const nameLeadsSchema = z.object({ leadIds: z.array(z.uuid()).max(50) });

export const versionIdSchema = z.uuid();
