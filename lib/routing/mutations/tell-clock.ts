import { writeAlerts } from '@/lib/alerts/mutations';
import { readAnswering } from '@/lib/response/data';
import { describeStep } from '@/lib/response/describe-step';
import { planStep, type ClockStep } from '@/lib/response/next-step';
import { planClock } from '@/lib/response/plan-clock';
import type { Answering } from '@/lib/response/types';
import { findLiveRubric } from '@/lib/rubrics/data';
import { getDb, type Db } from '@/lib/server/db';
import { loadSituations, type Situation } from '../data/leads';
import { readRouting } from '../data/settings';
import { scheduleClocks } from './clocks';
import { decide } from './give-leads';
import { holdRouting } from './take-tasks';
import { writeRoutings } from './write-routings';

const TOLD = { warning: 'warnedAt', late: 'lateAt', alarm: 'alarmedAt' } as const;

/** A lead that waits for an answer, with the routing that its clock belongs to; null when it waits no more. */
async function findWaiting(tx: Db, leadId: string, now: Date) {
  await tx.$queryRaw`SELECT 1 FROM "Lead" WHERE "id" = ${leadId}::uuid FOR NO KEY UPDATE`;
  const [lead] = await loadSituations(tx, [leadId], now);
  if (!lead?.respondBy) return null;
  const routing = await tx.routing.findFirst({
    where: { leadId, respondBy: { not: null } },
    orderBy: [{ at: 'desc' }, { decidedAt: 'desc' }, { id: 'desc' }],
  });
  return routing && { lead, routing };
}

type Waiting = NonNullable<Awaited<ReturnType<typeof findWaiting>>>;

/** Who is told of leads that wait too long: those the settings name, else every manager, else every admin. */
async function listEscalation(tx: Db, { response }: Answering): Promise<string[]> {
  const named = { id: { in: response.escalateTo } };
  for (const who of [named, { role: 'manager' as const }, { role: 'admin' as const }]) {
    const people = await tx.user.findMany({ where: { ...who, active: true }, select: { id: true } });
    if (people.length > 0) return people.map(({ id }) => id);
  }
  return [];
}

async function say(
  tx: Db,
  step: ClockStep,
  waiting: Waiting,
  answering: Answering,
  now: Date,
): Promise<void> {
  const { lead, routing } = waiting;
  const holder = lead.holder ? [lead.holder.id] : [];
  const above = step === 'warning' ? [] : await listEscalation(tx, answering);
  const respondBy = routing.respondBy?.getTime() ?? now.getTime();
  const asked = { tier: routing.tier, holder: lead.holder, respondBy };
  const detail = describeStep(step, asked, answering, now.getTime());
  const told = [...new Set([...holder, ...above])];
  await writeAlerts(
    tx,
    told.map((userId) => ({ leadId: lead.id, userId, kind: step, detail })),
    now,
  );
  await tx.routing.update({ where: { id: routing.id }, data: { [TOLD[step]]: now } });
}

/** Passes a lead on which nobody answered to the next rep; to nobody who had it since it came. */
async function passOn(tx: Db, lead: Situation, answering: Answering, now: Date): Promise<boolean> {
  const rubric = await findLiveRubric(tx);
  if (!rubric) return false;
  const { routing } = await readRouting(tx);
  const had = await tx.routing.findMany({
    where: { leadId: lead.id, at: { gte: lead.tierSince }, userId: { not: null } },
    select: { userId: true },
  });
  const without = new Set([
    ...had.flatMap(({ userId }) => userId ?? []),
    ...(lead.holder ? [lead.holder.id] : []),
  ]);
  const [decision] = await decide(tx, [lead], { routing, answering, rubric, now }, without);
  if (!decision || decision.userId === null) return false;
  const { userId, rule } = decision;
  const reason = lead.holder ? `${lead.holder.name} did not answer. ${decision.reason}` : decision.reason;
  const clock = planClock(now.getTime(), lead.tier, answering.response, answering.hoursOf(userId));
  const passed = { lead, from: now, outcome: 'assigned' as const, userId, rule, reason, clock };
  await writeRoutings(tx, [{ ...passed, told: null, sampled: false }], now);
  return true;
}

/**
 * Says what a lead's response clock has to say by now: warns its rep, tells managers that it is late, and at the alarm
 * passes it on where the settings ask for it. A lead that was answered, or for which no answer is due any more, is left
 * alone. Then has the clock looked at when it next has something to say.
 */
export async function tellClock(leadId: string, now: Date): Promise<void> {
  await getDb().$transaction(
    async (tx) => {
      await holdRouting(tx);
      const waiting = await findWaiting(tx, leadId, now);
      if (!waiting) return;
      const { lead, routing } = waiting;
      const step = (dueAt: Date | null, toldAt: Date | null) => ({
        dueAt: dueAt?.getTime() ?? null,
        toldAt: toldAt?.getTime() ?? null,
      });
      const plan = planStep(
        {
          warning: step(routing.warnAt, routing.warnedAt),
          late: step(routing.respondBy, routing.lateAt),
          alarm: step(routing.alarmAt, routing.alarmedAt),
        },
        now.getTime(),
      );
      const answering = await readAnswering(tx);
      if (plan.say) await say(tx, plan.say, waiting, answering, now);
      const passes = plan.say === 'alarm' && answering.response.reassign;
      if (passes && (await passOn(tx, lead, answering, now))) return;
      if (plan.next !== null) await scheduleClocks(tx, [{ leadId, at: new Date(plan.next) }]);
    },
    { maxWait: 30_000, timeout: 30_000 },
  );
}
