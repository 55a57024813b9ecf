import { planClock } from '@/lib/response/plan-clock';
import type { Answering } from '@/lib/response/types';
import type { ClockFacts, ResponseClock } from './types';

/**
 * The response clock of a lead: it runs while a first touch is due, from the moment the lead came into a tier that is
 * routed. Null for a lead that has no score.
 */
export function readClock(facts: ClockFacts, { response, hoursOf }: Answering): ResponseClock | null {
  const { firstEngagedAt, respondBy, owner, score } = facts;
  if (!score) return null;
  if (respondBy !== null) {
    const { tier, tierSince: startedAt } = score;
    const { warnAt } = planClock(startedAt, tier, response, hoursOf(owner?.id ?? null));
    return { kind: 'running', startedAt, warnAt: Math.min(warnAt, respondBy), dueAt: respondBy };
  }
  if (firstEngagedAt !== null) return { kind: 'answered', at: firstEngagedAt };
  return { kind: 'untimed', since: score.tierSince };
}

export type ClockTone = 'good' | 'warn' | 'bad';

/** Green until the rep is warned, amber until the answer is due, then red. */
export function toneOfClock(clock: { warnAt: number; dueAt: number }, now: number): ClockTone {
  if (now >= clock.dueAt) return 'bad';
  return now >= clock.warnAt ? 'warn' : 'good';
}
