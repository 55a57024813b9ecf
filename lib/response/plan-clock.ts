import { DEFAULT_TARGET } from './constants';
import type { ClockPlan, ResponseSettings, ResponseTarget, WorkingHours } from './types';
import { addWorkingTime } from './working-time';

const MINUTE_MS = 60_000;

/** How soon a lead of a tier is to be answered. */
export function findTarget({ targets }: Pick<ResponseSettings, 'targets'>, tier: string): ResponseTarget {
  return targets.find((one) => one.tier === tier) ?? DEFAULT_TARGET;
}

/**
 * When the rep of a lead is warned, when the first touch is due, and when waiting becomes an alarm.
 *
 * @param from when the lead came into the tier, in milliseconds since 1970.
 * @param hours of those who are to answer.
 */
export function planClock(
  from: number,
  tier: string,
  settings: Pick<ResponseSettings, 'targets' | 'warnShare'>,
  hours: WorkingHours,
): ClockPlan {
  const { minutes, alarmMinutes } = findTarget(settings, tier);
  const after = (count: number) => addWorkingTime(from, Math.round(count * MINUTE_MS), hours);
  return {
    warnAt: after(minutes * settings.warnShare),
    respondBy: after(minutes),
    alarmAt: after(alarmMinutes),
  };
}
