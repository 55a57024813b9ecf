import { z } from 'zod';
import { LEAD_STATES } from '@/lib/leads/constants';

const workStateSchema = z.object({
  state: z.enum(LEAD_STATES),
  ownerId: z.uuid().nullable(),
  snoozedUntil: z.string().nullable(),
  // Entries from before there was such a thing have none.
  snoozedAt: z.string().nullable().default(null),
  snoozeIntent: z.number().nullable().default(null),
});

const workChangeSchema = z.object({
  activityId: z.uuid(),
  before: workStateSchema,
  after: workStateSchema,
});

/** What the audit log keeps of an action on a lead. */
export type WorkChange = z.output<typeof workChangeSchema>;

/** What activities changed of their leads, by the activity, as entries of the audit log tell. */
export function readWorkChanges(entries: readonly { details: unknown }[]): Map<string, WorkChange> {
  return new Map(
    entries.flatMap(({ details }) => {
      const change = workChangeSchema.safeParse(details).data;
      return change ? [[change.activityId, change] as const] : [];
    }),
  );
}
