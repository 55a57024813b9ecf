import { z } from 'zod';
import type { ScoreReason } from './types';

const reasonSchema = z.object({
  label: z.string(),
  at: z.union([z.number(), z.string()]).nullish(),
});

/** Reads the reason stored with a score; null when there is none. */
export function readReason(stored: unknown): ScoreReason | null {
  const reason = reasonSchema.safeParse(stored).data;
  if (!reason) return null;
  const at = reason.at === null || reason.at === undefined ? Number.NaN : new Date(reason.at).getTime();
  return { label: reason.label, at: Number.isNaN(at) ? null : at };
}
