import { ANSWER_MINUTES, CLOCK_ALARMS_BELOW, CLOCK_WARNS_BELOW } from './constants';
import type { ClockFacts, QueueTier, ResponseClock } from './types';

const MINUTE_MS = 60_000;

/**
 * The response clock of a lead: it runs from the moment the lead came into a tier that is routed, until a rep first
 * engages the lead. Tiers without a target have no clock; null for a lead that has no score.
 */
export function readClock(facts: ClockFacts, tiers: readonly QueueTier[]): ResponseClock | null {
  const { firstEngagedAt, respondBy, score } = facts;
  if (!score) return null;
  if (firstEngagedAt !== null) return { kind: 'answered', at: firstEngagedAt };
  const routed = tiers.some(({ name, action }) => name === score.tier && action === 'route');
  if (!routed) return { kind: 'untimed', since: score.tierSince };
  const dueAt = respondBy ?? score.tierSince + ANSWER_MINUTES * MINUTE_MS;
  return { kind: 'running', dueAt, startedAt: score.tierSince };
}

export type ClockTone = 'good' | 'warn' | 'bad';

/** Green while more than half of the time is left, amber below, red in the last tenth and when it is over. */
export function toneOfClock(clock: { dueAt: number; startedAt: number }, now: number): ClockTone {
  const whole = clock.dueAt - clock.startedAt;
  const left = whole > 0 ? (clock.dueAt - now) / whole : -1;
  if (left < CLOCK_ALARMS_BELOW) return 'bad';
  return left < CLOCK_WARNS_BELOW ? 'warn' : 'good';
}
