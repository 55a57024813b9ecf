import { z } from 'zod';

/** What is kept of an event until it is sent; each kind of event fills what it has. */
const dataSchema = z.object({
  userId: z.uuid().optional(),
  reason: z.string().optional(),
  note: z.string().nullable().optional(),
  activityId: z.uuid().optional(),
  dealId: z.uuid().optional(),
  outcome: z.enum(['won', 'lost']).optional(),
  versionId: z.uuid().optional(),
});

/** A row of the outbox. */
export interface OutboxRow {
  id: string;
  types: string[];
  at: Date;
  leadId: string | null;
  scoreChangeId: string | null;
  data: unknown;
}

export type OutboxData = z.output<typeof dataSchema>;

/** What a row of the outbox says besides; nothing when it cannot be read. */
export function readOutboxData(data: unknown): OutboxData {
  return dataSchema.safeParse(data).data ?? {};
}
