import { z } from 'zod';
import type { MovedPart } from './types';

const differenceSchema = { before: z.number(), after: z.number() };

const partSchema = z.union([
  z.object({ criterionId: z.string(), decay: z.number().optional(), ...differenceSchema }),
  z.object({ limitOf: z.string().nullable(), axis: z.enum(['fit', 'intent']), ...differenceSchema }),
]);

/** Reads what is stored of a move, whichever age the row has; parts that cannot be read are left out. */
export function readMoved(stored: unknown): MovedPart[] {
  const parts: unknown[] = Array.isArray(stored) ? stored : [];
  return parts.flatMap((part) => partSchema.safeParse(part).data ?? []);
}
