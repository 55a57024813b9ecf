import type { z } from 'zod';
import type { Actor } from '@/lib/auth/actor';
import { endAssignments, noteFirstTouch } from '@/lib/assignments/mutations';
import { writeAudit } from '@/lib/audit/mutations';
import { recordDeal } from '@/lib/deals/mutations';
import type { DealResult } from '@/lib/deals/types';
import { freezeEngagements } from '@/lib/engagements/mutations';
import type { ActivityType, LeadState } from '@/lib/generated/prisma/enums';
import { announceLeads, holdLead, type HeldLead } from '@/lib/leads/mutations/hold-lead';
import { publishEvents } from '@/lib/outbox/mutations';
import { claimLead } from '@/lib/queue/mutations';
import { getDb, type Db } from '@/lib/server/db';
import { AppError } from '@/lib/server/errors';
import { LONGEST_SNOOZE_DAYS, UNDO_MINUTES } from './constants';
import type { outcomeSchema, passSchema, snoozeSchema, touchSchema } from './schema';
import type { Done, WorkState } from './types';
import { readWorkChange } from './work-change';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const UNDOABLE: readonly ActivityType[] = ['snoozed', 'passed', 'disqualified'];

type Worker = Actor<'leads:work'>;

interface Entry {
  type: ActivityType;
  outcome?: string;
  note?: string;
}

/** What a rep's action leaves behind: the entry in the timeline and, with what it changed, the entry in the audit log. */
async function record(
  tx: Db,
  actor: Worker,
  lead: HeldLead,
  entry: Entry,
  after: Partial<WorkState>,
  now: Date,
): Promise<Done> {
  const { id: activityId } = await tx.activity.create({
    data: { leadId: lead.id, userId: actor.id, at: now, ...entry },
    select: { id: true },
  });
  const before = toWorkState(lead);
  await writeAudit(tx, {
    user: actor,
    action: `lead.${entry.type}`,
    subject: `lead:${lead.id}`,
    details: { activityId, before: { ...before }, after: { ...before, ...after } },
  });
  return { activityId };
}

function toWorkState({ state, ownerId, snoozedUntil }: HeldLead): WorkState {
  return { state, ownerId, snoozedUntil: snoozedUntil?.toISOString() ?? null };
}

/** Engages a lead: whoever works a lead that nobody owns owns it from then on, and the first time freezes its score. */
async function engage(tx: Db, actor: Worker, lead: HeldLead, now: Date): Promise<void> {
  if (!lead.ownerId) await claimLead(tx, lead, { userId: actor.id, reason: 'worked it first' }, now);
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
    return record(tx, actor, lead, entry, { state, ownerId, snoozedUntil: null }, now);
  });
}

/**
 * Puts a lead off until an instant; a free lead becomes the rep's own, so that it comes back to them.
 *
 * @throws AppError `invalid` when the instant is past or more than a year away.
 */
export async function snoozeLead(
  actor: Worker,
  input: z.output<typeof snoozeSchema>,
  now: Date,
): Promise<Done> {
  const { leadId, until } = input;
  const ahead = until.getTime() - now.getTime();
  if (ahead <= 0) throw new AppError('invalid', 'Choose a time that is still to come.');
  if (ahead > LONGEST_SNOOZE_DAYS * DAY_MS) throw new AppError('invalid', 'Choose a time within a year.');
  return getDb().$transaction(async (tx) => {
    const lead = await holdLead(tx, actor, leadId, now);
    if (!lead.ownerId) await claimLead(tx, lead, { userId: actor.id, reason: 'snoozed it' }, now);
    await tx.lead.update({ where: { id: leadId }, data: { snoozedUntil: until } });
    const after = { ownerId: lead.ownerId ?? actor.id, snoozedUntil: until.toISOString() };
    return record(tx, actor, lead, { type: 'snoozed', outcome: until.toISOString() }, after, now);
  });
}

/**
 * Gives a lead away: to a colleague, whose queue it then stands in, or back to the free list.
 *
 * @throws AppError `invalid` when the colleague cannot work leads.
 */
export async function passLead(actor: Worker, input: z.output<typeof passSchema>, now: Date): Promise<Done> {
  const { leadId, toUserId, note } = input;
  return getDb().$transaction(async (tx) => {
    const lead = await holdLead(tx, actor, leadId, now);
    const colleague = toUserId ? await findColleague(tx, toUserId) : null;
    if (colleague) {
      await claimLead(tx, lead, { userId: colleague.id, reason: `passed on by ${actor.name}` }, now);
    } else {
      await endAssignments(tx, leadId, now);
    }
    await tx.lead.update({
      where: { id: leadId },
      data: { ownerId: colleague?.id ?? null, snoozedUntil: null, lockedById: null, lockedUntil: null },
    });
    const outcome = colleague ? `To ${colleague.name}` : 'To the free list';
    const after = { ownerId: colleague?.id ?? null, snoozedUntil: null };
    return record(tx, actor, lead, { type: 'passed', outcome, note }, after, now);
  });
}

async function findColleague(tx: Db, id: string) {
  const person = await tx.user.findFirst({
    where: { id, active: true, role: { in: ['rep', 'manager', 'admin'] } },
    select: { id: true, name: true },
  });
  if (!person) throw new AppError('invalid', 'This person cannot work leads (any more). Choose another.');
  return person;
}

type OutcomeInput = z.output<typeof outcomeSchema>;

/** The deal that an outcome makes or ends; null when there is none in it. */
function toDealResult(input: OutcomeInput): DealResult | null {
  switch (input.outcome) {
    case 'qualified':
      return { outcome: 'open' };
    case 'won':
      return { outcome: 'won', amount: input.amount, currency: input.currency };
    case 'lost':
      return { outcome: 'lost', reason: input.reason };
    case 'disqualified':
      return null;
  }
}

function describeOutcome(input: OutcomeInput): string | undefined {
  if (input.outcome === 'won') return `${input.amount} ${input.currency}`;
  return 'reason' in input ? input.reason : undefined;
}

/**
 * Says what became of a lead. Qualified, won and lost engage the lead and leave a deal with the score of its first
 * engagement; disqualified does not. All take it out of the queue.
 */
export async function decideLead(actor: Worker, input: OutcomeInput, now: Date): Promise<Done> {
  const { leadId, outcome, note } = input;
  const result = toDealResult(input);
  return getDb().$transaction(async (tx) => {
    const lead = await holdLead(tx, actor, leadId, now);
    if (result) {
      await engage(tx, actor, lead, now);
      const closed = lead.state === 'won' || lead.state === 'lost';
      const { id, name, companyId, companyName } = lead;
      const dealLead = { id, name, companyId, companyName, closed };
      await recordDeal(tx, dealLead, result, lead.ownerId ?? actor.id, now);
    }
    if (outcome !== 'qualified') await endAssignments(tx, leadId, now);
    await tx.lead.update({ where: { id: leadId }, data: { state: outcome, snoozedUntil: null } });
    const ownerId = result ? (lead.ownerId ?? actor.id) : lead.ownerId;
    const after = { state: outcome, ownerId, snoozedUntil: null };
    const entry = { type: outcome, outcome: describeOutcome(input), note };
    const done = await record(tx, actor, lead, entry, after, now);
    await publishOutcome(tx, actor, lead, input, done, now);
    return done;
  });
}

/** Tells of a lead that was qualified or disqualified; whoever was so before is not told of again. */
async function publishOutcome(
  tx: Db,
  actor: Worker,
  lead: HeldLead,
  input: OutcomeInput,
  { activityId }: Done,
  now: Date,
): Promise<void> {
  const told = { at: now, leadId: lead.id };
  if (input.outcome === lead.state) return;
  if (input.outcome === 'qualified') {
    await publishEvents(tx, [
      { ...told, type: 'lead.became_sql', data: { activityId, userId: actor.id, note: input.note ?? null } },
    ]);
  }
  if (input.outcome === 'disqualified') {
    const { reason, note = null } = input;
    await publishEvents(tx, [
      { ...told, type: 'lead.disqualified', data: { userId: actor.id, reason, note } },
    ]);
  }
}

/**
 * Takes back a snooze, a passing on or a disqualification of one's own, while the lead is still as it left it.
 *
 * @throws AppError `not_found` when it was undone already or is too long ago; `conflict` when the lead has changed since.
 */
export async function undoActivity(
  actor: Worker,
  activityId: string,
  now: Date,
): Promise<{ leadId: string }> {
  return getDb().$transaction(async (tx) => {
    const since = new Date(now.getTime() - UNDO_MINUTES * MINUTE_MS);
    const activity = await tx.activity.findFirst({
      where: { id: activityId, userId: actor.id, type: { in: [...UNDOABLE] }, at: { gte: since } },
      select: { leadId: true },
    });
    if (!activity) throw new AppError('not_found', 'This can no longer be undone.');
    const { leadId } = activity;
    await tx.$queryRaw`SELECT 1 FROM "Lead" WHERE "id" = ${leadId}::uuid FOR UPDATE`;
    const lead = await tx.lead.findUniqueOrThrow({
      where: { id: leadId },
      select: { state: true, ownerId: true, snoozedUntil: true },
    });
    const entries = await tx.auditEntry.findMany({
      where: { subject: `lead:${leadId}`, userId: actor.id, at: { gte: since } },
      orderBy: { at: 'desc' },
      select: { details: true },
    });
    const change = readWorkChange(entries, activityId);
    if (!change || !isSameWork(lead, change.after)) {
      throw new AppError('conflict', 'The lead has changed since; nothing was undone.');
    }
    await restoreWork(tx, leadId, change.before, now);
    await announceLeads(tx, [leadId]);
    await tx.activity.delete({ where: { id: activityId } });
    if (change.after.state === 'disqualified' && change.before.state !== 'disqualified')
      await publishEvents(tx, [{ type: 'lead.reopened', at: now, leadId, data: { userId: actor.id } }]);
    await writeAudit(tx, {
      user: actor,
      action: 'lead.undone',
      subject: `lead:${leadId}`,
      details: { activityId, before: { ...change.after }, after: { ...change.before } },
    });
    return { leadId };
  });
}

function isSameWork(
  lead: { state: LeadState; ownerId: string | null; snoozedUntil: Date | null },
  work: WorkState,
): boolean {
  const snoozedUntil = lead.snoozedUntil?.toISOString() ?? null;
  return lead.state === work.state && lead.ownerId === work.ownerId && snoozedUntil === work.snoozedUntil;
}

/** Puts a lead back; whoever owns it again has the assignment again that ended with the action. */
async function restoreWork(tx: Db, leadId: string, before: WorkState, now: Date): Promise<void> {
  const { state, ownerId } = before;
  const snoozedUntil = before.snoozedUntil === null ? null : new Date(before.snoozedUntil);
  await tx.lead.update({ where: { id: leadId }, data: { state, ownerId, snoozedUntil } });
  await endAssignments(tx, leadId, now);
  if (!ownerId) return;
  const last = await tx.assignment.findFirst({
    where: { leadId, userId: ownerId },
    orderBy: { assignedAt: 'desc' },
    select: { id: true },
  });
  if (!last) return;
  await tx.assignment.update({ where: { id: last.id }, data: { endedAt: null } });
  const data = { userId: ownerId, reason: 'an action was undone' };
  await publishEvents(tx, [{ type: 'lead.assigned', at: now, leadId, data }]);
}
