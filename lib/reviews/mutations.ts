import type { z } from 'zod';
import { writeAudit } from '@/lib/audit/mutations';
import type { Actor } from '@/lib/auth/actor';
import { readAnswering } from '@/lib/response/data';
import { planClock } from '@/lib/response/plan-clock';
import { findLiveRubric } from '@/lib/rubrics/data';
import { loadSituations, type Situation } from '@/lib/routing/data/leads';
import { readRouting } from '@/lib/routing/data/settings';
import { decide } from '@/lib/routing/mutations/give-leads';
import { holdRouting } from '@/lib/routing/mutations/take-tasks';
import { writeRoutings } from '@/lib/routing/mutations/write-routings';
import { getDb, type Db } from '@/lib/server/db';
import { AppError } from '@/lib/server/errors';
import type { reviewSchema } from './schema';

type Input = z.output<typeof reviewSchema>;
type Reviewer = Actor<'leads:review'>;

/** Someone who can work leads. */
async function findRep(tx: Db, id: string): Promise<string> {
  const person = await tx.user.findFirst({
    where: { id, active: true, role: { in: ['rep', 'manager', 'admin'] } },
    select: { id: true },
  });
  if (!person) throw new AppError('invalid', 'This person cannot work leads (any more). Choose another.');
  return person.id;
}

/** Gives a reviewed lead to the person chosen, or to whom the rules choose; its clock runs as for a routed tier. */
async function route(
  tx: Db,
  actor: Reviewer,
  lead: Situation,
  toUserId: string | null,
  now: Date,
): Promise<string> {
  const rubric = await findLiveRubric(tx);
  if (!rubric) throw new AppError('conflict', 'There is no rubric to route by.');
  const answering = await readAnswering(tx);
  const { routing } = await readRouting(tx);
  const chosen = toUserId === null ? null : await findRep(tx, toUserId);
  const [decision] = chosen ? [] : await decide(tx, [lead], { routing, answering, rubric, now });
  const userId = chosen ?? decision?.userId ?? null;
  if (userId === null) throw new AppError('conflict', decision?.reason ?? 'Nobody can take this lead.');
  const reason = [`Reviewed by ${actor.name}`, decision?.reason].filter(Boolean).join('. ');
  const best = rubric.compiled.rubric.tiers.find(({ action }) => action === 'route')?.name ?? lead.tier;
  const clock = planClock(now.getTime(), best, answering.response, answering.hoursOf(userId));
  const routed = { lead, from: now, outcome: 'assigned' as const, userId, reason, clock };
  await writeRoutings(tx, [{ ...routed, rule: decision?.rule ?? null, told: null, sampled: false }], now);
  return userId;
}

/**
 * Decides about a lead of low fit and high intent: it goes to a rep, or is left where it is.
 *
 * @throws AppError `conflict` when somebody has it meanwhile, or nobody can take it.
 */
export async function reviewLead(actor: Reviewer, input: Input, now: Date): Promise<void> {
  const { leadId, decision, note = null } = input;
  await getDb().$transaction(
    async (tx) => {
      await holdRouting(tx);
      await tx.$queryRaw`SELECT 1 FROM "Lead" WHERE "id" = ${leadId}::uuid FOR NO KEY UPDATE`;
      const [lead] = await loadSituations(tx, [leadId], now);
      if (!lead) throw new AppError('not_found', 'This lead is gone: it was erased or merged into another.');
      if (lead.holder) throw new AppError('conflict', `${lead.holder.name} has this lead by now.`);
      const toUserId = input.decision === 'routed' ? await route(tx, actor, lead, input.toUserId, now) : null;
      const { score, fit, intent } = lead;
      await tx.review.create({
        data: { leadId, userId: actor.id, at: now, decision, toUserId, note, score, fit, intent },
      });
      await writeAudit(tx, {
        user: actor,
        action: `lead.review_${decision}`,
        subject: `lead:${leadId}`,
        details: { ...(toUserId ? { toUserId } : {}), ...(note ? { note } : {}), score, fit, intent },
      });
    },
    { timeout: 30_000 },
  );
}
