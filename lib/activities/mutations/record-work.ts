import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '@/lib/auth/actor';
import { writeAudit } from '@/lib/audit/mutations';
import type { ActivityType } from '@/lib/generated/prisma/enums';
import type { HeldLead } from '@/lib/leads/mutations/hold-lead';
import type { Db } from '@/lib/server/db';
import type { Done, WorkState } from '../types';

export type Worker = Actor<'leads:work'>;

export interface Entry {
  type: ActivityType;
  outcome?: string;
  note?: string;
}

/** What a rep's action leaves behind: entries in the timelines and, with what they changed, entries in the audit log. */
export async function recordWork(
  tx: Db,
  actor: Worker,
  work: { leads: readonly HeldLead[]; entry: Entry; after: (lead: HeldLead) => Partial<WorkState> },
  now: Date,
): Promise<Done> {
  const { leads, entry, after } = work;
  const done = leads.map((lead) => ({ lead, activityId: uuidv7() }));
  await tx.activity.createMany({
    data: done.map(({ lead, activityId }) => {
      return { id: activityId, leadId: lead.id, userId: actor.id, at: now, ...entry };
    }),
  });
  const audited = done.map(({ lead, activityId }) => {
    const before = toWorkState(lead);
    const details = { activityId, before: { ...before }, after: { ...before, ...after(lead) } };
    return { user: actor, action: `lead.${entry.type}`, subject: `lead:${lead.id}`, details };
  });
  await writeAudit(tx, ...audited);
  return { activityIds: done.map(({ activityId }) => activityId), refused: 0 };
}

function toWorkState({ state, ownerId, snoozedUntil, snoozedAt, snoozeIntent }: HeldLead): WorkState {
  return {
    state,
    ownerId,
    snoozedUntil: snoozedUntil?.toISOString() ?? null,
    snoozedAt: snoozedAt?.toISOString() ?? null,
    snoozeIntent,
  };
}
