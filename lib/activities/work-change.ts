import { z } from 'zod';
import { LEAD_STATES } from '@/lib/leads/constants';

const workStateSchema = z.object({
  state: z.enum(LEAD_STATES),
  ownerId: z.uuid().nullable(),
  snoozedUntil: z.string().nullable(),
});

const workChangeSchema = z.object({
  activityId: z.uuid(),
  before: workStateSchema,
  after: workStateSchema,
});

/** What the audit log keeps of an action on a lead. */
export type WorkChange = z.output<typeof workChangeSchema>;

/** What an activity changed of a lead, found among entries of the audit log; undefined when none tells. */
export function readWorkChange(
  entries: readonly { details: unknown }[],
  activityId: string,
): WorkChange | undefined {
  for (const { details } of entries) {
    const change = workChangeSchema.safeParse(details).data;
    if (change?.activityId === activityId) return change;
  }
  return undefined;
}
