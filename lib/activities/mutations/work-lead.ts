import type { z } from 'zod';
import { endAssignments, noteFirstTouch } from '@/lib/assignments/mutations';
import { recordDeal } from '@/lib/deals/mutations';
import type { DealResult } from '@/lib/deals/types';
import { freezeEngagements } from '@/lib/engagements/mutations';
import type { LeadState } from '@/lib/generated/prisma/enums';
import { holdLead, type HeldLead } from '@/lib/leads/mutations/hold-lead';
import { publishEvents } from '@/lib/outbox/mutations';
import { claimLeads } from '@/lib/queue/mutations';
import { checkReason } from '@/lib/reasons/data';
import { getDb, type Db } from '@/lib/server/db';
import type { noteSchema, outcomeSchema, touchSchema } from '../schema';
import type { Done } from '../types';
import { recordWork, type Worker } from './record-work';
import { disqualifyLeads } from './work-leads';

/** Engages a lead: whoever works a lead that nobody owns owns it from then on, and the first time freezes its score. */
async function engage(tx: Db, actor: Worker, lead: HeldLead, now: Date): Promise<void> {
  if (!lead.ownerId) await claimLeads(tx, [lead], { userId: actor.id, reason: 'worked it first' }, now);
  if (!lead.firstEngagedAt) {
    await freezeEngagements(tx, [{ leadId: lead.id, at: now, userId: actor.id, basis: 'touch' }]);
  }
  await noteFirstTouch(tx, lead.id, now);
}

/** Logs a call, an e-mail or a meeting. A new lead is in work from then on, and one that was snoozed wakes. */
export async function logTouch(actor: Worker, input: z.output<typeof touchSchema>, now: Date): Promise<Done> {
  const { leadId, ...entry } = input;
  return getDb().$transaction(async (tx) => {
    const lead = await holdLead(tx, actor, leadId, now);
    await engage(tx, actor, lead, now);
    const state: LeadState = lead.state === 'new' ? 'working' : lead.state;
    await tx.lead.update({ where: { id: leadId }, data: { state, snoozedUntil: null } });
    const ownerId = lead.ownerId ?? actor.id;
    const after = () => ({ state, ownerId, snoozedUntil: null });
    return recordWork(tx, actor, { leads: [lead], entry, after }, now);
  });
}

/** Writes a note into a lead's timeline. Nobody is engaged by it. */
export async function addNote(actor: Worker, input: z.output<typeof noteSchema>, now: Date): Promise<Done> {
  const { leadId, note } = input;
  return getDb().$transaction(async (tx) => {
    const lead = await holdLead(tx, actor, leadId, now);
    return recordWork(tx, actor, { leads: [lead], entry: { type: 'note', note }, after: () => ({}) }, now);
  });
}

type OutcomeInput = z.output<typeof outcomeSchema>;
type DealInput = Exclude<OutcomeInput, { outcome: 'disqualified' }>;

/** The deal that an outcome makes or ends. */
function toDealResult(input: DealInput): DealResult {
  switch (input.outcome) {
    case 'qualified':
      return { outcome: 'open', worth: input.worth, expectedCloseAt: input.expectedCloseAt };
    case 'won':
      return { outcome: 'won', worth: input };
    case 'lost':
      return { outcome: 'lost', reason: input.reason, worth: input.worth };
  }
}

function describeOutcome(input: DealInput): string | undefined {
  if (input.outcome === 'lost') return input.reason;
  const worth = input.outcome === 'won' ? input : input.worth;
  return worth && `${worth.amount} ${worth.currency}`;
}

/**
 * Says what became of a lead. Qualified, won and lost engage the lead and leave a deal with the score of its first
 * engagement; disqualified does not. All take it out of the queue.
 */
export async function decideLead(actor: Worker, input: OutcomeInput, now: Date): Promise<Done> {
  if (input.outcome === 'disqualified') {
    const { leadId, reason, note } = input;
    return disqualifyLeads(actor, { leadIds: [leadId], reason, note }, now);
  }
  return closeLead(actor, input, now);
}

async function closeLead(actor: Worker, input: DealInput, now: Date): Promise<Done> {
  const { leadId, outcome, note } = input;
  return getDb().$transaction(async (tx) => {
    if (input.outcome === 'lost') await checkReason(tx, 'lost', input.reason);
    const lead = await holdLead(tx, actor, leadId, now);
    await engage(tx, actor, lead, now);
    const closed = lead.state === 'won' || lead.state === 'lost';
    const { id, name, companyId, companyName } = lead;
    const ownerId = lead.ownerId ?? actor.id;
    await recordDeal(tx, { id, name, companyId, companyName, closed }, toDealResult(input), ownerId, now);
    if (outcome !== 'qualified') await endAssignments(tx, [leadId], now);
    await tx.lead.update({ where: { id: leadId }, data: { state: outcome, snoozedUntil: null } });
    const after = () => ({ state: outcome, ownerId, snoozedUntil: null });
    const entry = { type: outcome, outcome: describeOutcome(input), note };
    const done = await recordWork(tx, actor, { leads: [lead], entry, after }, now);
    // Whoever was qualified before is not told of again.
    if (outcome === 'qualified' && lead.state !== 'qualified') {
      const data = { activityId: done.activityIds[0] ?? '', userId: actor.id, note: note ?? null };
      await publishEvents(tx, [{ type: 'lead.became_sql', at: now, leadId, data }]);
    }
    return done;
  });
}
