import { v7 as uuidv7 } from 'uuid';
import { describeStep } from '@/lib/response/describe-step';
import { CLOCK_STEPS } from '@/lib/response/next-step';
import { planClock } from '@/lib/response/plan-clock';
import type { Answering } from '@/lib/response/types';
import { DAY, HOUR, SECOND } from './random';
import type { DemoAlert, DemoRoutingRow } from './types';

/** What is older than this, people have seen. */
const SEEN_AFTER = 1.5 * DAY;

/** An open lead of a routed tier that nobody has answered. Instants are milliseconds since 1970. */
export interface Unanswered {
  leadId: string;
  tier: string;
  tierSince: number;
  /** Who has it, since when and why; null when it is free. */
  holder: { id: string; name: string; since: number; rule: string | null; reason: string } | null;
}

/** By what clocks run, and who is told when nobody answers. */
export interface Desk {
  answering: Answering;
  managerIds: readonly string[];
  now: number;
}

/** How a lead was routed when it came into its tier: whoever had it kept it, a rule gave it away, or it was left free. */
function decide({ tier, tierSince, holder }: Unanswered) {
  if (holder && holder.since < tierSince) {
    const reason = `Came into ${tier}: stays with ${holder.name}, who owns it`;
    return { outcome: 'owned' as const, userId: holder.id, rule: null, reason };
  }
  if (!holder?.rule) {
    return { outcome: 'free' as const, userId: null, rule: null, reason: 'Left free: no rule applies' };
  }
  const { id: userId, rule, reason } = holder;
  return { outcome: 'assigned' as const, userId, rule, reason };
}

/** What somebody is told of a lead; long ago, and they have seen it. */
export function toAlert(
  alert: Pick<DemoAlert, 'leadId' | 'userId' | 'kind' | 'detail'>,
  at: number,
  now: number,
): DemoAlert {
  const seenAt = alert.userId !== null && at < now - SEEN_AFTER ? new Date(at + HOUR) : null;
  return { id: uuidv7({ msecs: at }), ...alert, at: new Date(at), seenAt };
}

function startClock(lead: Unanswered, { answering, managerIds, now }: Desk) {
  const { leadId, tier, tierSince, holder } = lead;
  const { warnAt, respondBy, alarmAt } = planClock(
    tierSince,
    tier,
    answering.response,
    answering.hoursOf(holder?.id ?? null),
  );
  const decision = decide(lead);
  const dueAt = { warning: warnAt, late: respondBy, alarm: alarmAt };
  const told = (at: number) => (at <= now ? new Date(at) : null);
  const routing: DemoRoutingRow = {
    id: uuidv7({ msecs: tierSince }),
    leadId,
    at: new Date(tierSince),
    tier,
    ...decision,
    decidedAt: new Date(tierSince + SECOND),
    warnAt: new Date(warnAt),
    respondBy: new Date(respondBy),
    alarmAt: new Date(alarmAt),
    warnedAt: told(warnAt),
    lateAt: told(respondBy),
    alarmedAt: told(alarmAt),
  };
  const steps = CLOCK_STEPS.filter((step) => dueAt[step] <= now).flatMap((kind) => {
    const detail = describeStep(kind, { tier, holder, respondBy }, answering, dueAt[kind]);
    const people = [...(holder ? [holder.id] : []), ...(kind === 'warning' ? [] : managerIds)];
    return people.map((userId) => toAlert({ leadId, userId, kind, detail }, dueAt[kind], now));
  });
  const { outcome, userId } = decision;
  const detail = `Came into ${tier} and is yours`;
  const back =
    outcome === 'owned' ? [toAlert({ leadId, userId, kind: 'owned', detail }, tierSince, now)] : [];
  return { routing, alerts: [...back, ...steps] };
}

/** Lets the clocks of leads run as they would have run: how each was routed, and what its clock has said by now. */
export function startClocks(
  leads: readonly Unanswered[],
  desk: Desk,
): { routings: DemoRoutingRow[]; alerts: DemoAlert[] } {
  const started = leads.map((lead) => startClock(lead, desk));
  return {
    routings: started.map(({ routing }) => routing),
    alerts: started.flatMap(({ alerts }) => alerts),
  };
}
