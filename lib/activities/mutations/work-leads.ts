import type { z } from 'zod';
import { endAssignments } from '@/lib/assignments/mutations';
import { holdLeads, type HeldLead } from '@/lib/leads/mutations/hold-lead';
import { publishEvents } from '@/lib/outbox/mutations';
import { claimLeads } from '@/lib/queue/mutations';
import { checkReason } from '@/lib/reasons/data';
import { getDb, type Db } from '@/lib/server/db';
import { AppError } from '@/lib/server/errors';
import { LONGEST_SNOOZE_DAYS, SNOOZE_RISE } from '../constants';
import type { disqualifySchema, passSchema, snoozeSchema } from '../schema';
import type { Done } from '../types';
import { recordWork, type Worker } from './record-work';

const DAY_MS = 86_400_000;

const idsOf = (leads: readonly HeldLead[]) => leads.map(({ id }) => id);

/**
 * Does something to those of the leads that the actor may work, all in one transaction; the others are counted.
 *
 * @throws AppError `not_found` when they are all gone; `forbidden`, with the first reason, when none may be worked.
 */
async function workLeads(
  actor: Worker,
  leadIds: readonly string[],
  now: Date,
  work: (tx: Db, leads: readonly HeldLead[]) => Promise<Done>,
): Promise<Done> {
  return getDb().$transaction(
    async (tx) => {
      const { held, refused } = await holdLeads(tx, actor, leadIds, now);
      if (held.length > 0) return { ...(await work(tx, held)), refused: leadIds.length - held.length };
      const [no] = refused;
      if (no) throw new AppError('forbidden', no.refusal);
      throw new AppError('not_found', 'This lead is gone: it was erased or merged into another.');
    },
    { timeout: 30_000 },
  );
}

/**
 * Puts leads off until an instant, or without one until their intent has risen; free leads become the rep's own, so that
 * they come back to them.
 *
 * @throws AppError `invalid` when the instant is past or more than a year away.
 */
export async function snoozeLeads(
  actor: Worker,
  { leadIds, until }: z.output<typeof snoozeSchema>,
  now: Date,
): Promise<Done> {
  const ahead = until ? until.getTime() - now.getTime() : DAY_MS;
  if (ahead <= 0) throw new AppError('invalid', 'Choose a time that is still to come.');
  if (ahead > LONGEST_SNOOZE_DAYS * DAY_MS) throw new AppError('invalid', 'Choose a time within a year.');
  const snoozedUntil = until ?? new Date(now.getTime() + LONGEST_SNOOZE_DAYS * DAY_MS);
  const intentOf = (lead: HeldLead) => (until ? null : Math.min(100, (lead.intent ?? 0) + SNOOZE_RISE));
  return workLeads(actor, leadIds, now, async (tx, leads) => {
    const free = leads.filter(({ ownerId }) => ownerId === null);
    await claimLeads(tx, free, { userId: actor.id, reason: 'snoozed it' }, now);
    for (const snoozeIntent of new Set(leads.map(intentOf))) {
      const ids = idsOf(leads.filter((lead) => intentOf(lead) === snoozeIntent));
      await tx.lead.updateMany({
        where: { id: { in: ids } },
        data: { snoozedUntil, snoozedAt: now, snoozeIntent },
      });
    }
    const outcome = until ? until.toISOString() : 'until intent rises';
    const after = (lead: HeldLead) => ({
      ownerId: lead.ownerId ?? actor.id,
      snoozedUntil: snoozedUntil.toISOString(),
      snoozedAt: now.toISOString(),
      snoozeIntent: intentOf(lead),
    });
    return recordWork(tx, actor, { leads, entry: { type: 'snoozed', outcome }, after }, now);
  });
}

/**
 * Gives leads away: to a colleague, whose queue they then stand in, or back to the free list.
 *
 * @throws AppError `invalid` when the colleague cannot work leads.
 */
export async function passLeads(
  actor: Worker,
  { leadIds, toUserId, note }: z.output<typeof passSchema>,
  now: Date,
): Promise<Done> {
  return workLeads(actor, leadIds, now, async (tx, leads) => {
    const colleague = toUserId ? await findColleague(tx, toUserId) : null;
    if (colleague) {
      await claimLeads(tx, leads, { userId: colleague.id, reason: `passed on by ${actor.name}` }, now);
    } else {
      await endAssignments(tx, idsOf(leads), now);
    }
    const ownerId = colleague?.id ?? null;
    await tx.lead.updateMany({
      where: { id: { in: idsOf(leads) } },
      data: { ownerId, snoozedUntil: null, lockedById: null, lockedUntil: null },
    });
    const outcome = colleague ? `To ${colleague.name}` : 'To the free list';
    const after = () => ({ ownerId, snoozedUntil: null });
    return recordWork(tx, actor, { leads, entry: { type: 'passed', outcome, note }, after }, now);
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

/**
 * Takes leads out of the queue for a reason. It engages nobody and leaves no deal.
 *
 * @throws AppError `invalid` when the reason is not on the list.
 */
export async function disqualifyLeads(
  actor: Worker,
  { leadIds, reason, note }: z.output<typeof disqualifySchema>,
  now: Date,
): Promise<Done> {
  return workLeads(actor, leadIds, now, async (tx, leads) => {
    await checkReason(tx, 'disqualified', reason);
    await endAssignments(tx, idsOf(leads), now);
    await tx.lead.updateMany({
      where: { id: { in: idsOf(leads) } },
      data: { state: 'disqualified', snoozedUntil: null },
    });
    const fresh = leads.filter(({ state }) => state !== 'disqualified');
    const data = { userId: actor.id, reason, note: note ?? null };
    await publishEvents(
      tx,
      fresh.map(({ id }) => ({ type: 'lead.disqualified', at: now, leadId: id, data })),
    );
    const after = () => ({ state: 'disqualified' as const, snoozedUntil: null });
    return recordWork(
      tx,
      actor,
      { leads, entry: { type: 'disqualified', outcome: reason, note }, after },
      now,
    );
  });
}
