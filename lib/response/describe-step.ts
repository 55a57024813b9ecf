import { describeMinutes } from './describe-minutes';
import type { ClockStep } from './next-step';
import { findTarget } from './plan-clock';
import type { Answering } from './types';
import { workingTimeBetween } from './working-time';

const MINUTE_MS = 60_000;

/** A lead that waits for an answer. */
export interface Waiting {
  tier: string;
  /** Who has it; null when nobody does. */
  holder: { id: string; name: string } | null;
  /** When the answer is due, in milliseconds since 1970. */
  respondBy: number;
}

/** What a step of a response clock says at an instant, in words. */
export function describeStep(
  step: ClockStep,
  { tier, holder, respondBy }: Waiting,
  { response, hoursOf }: Answering,
  now: number,
): string {
  const { minutes, alarmMinutes } = findTarget(response, tier);
  const who = holder ? `${holder.name} has not answered` : 'Nobody has taken it';
  if (step === 'alarm') return `${who} after ${describeMinutes(alarmMinutes)}`;
  if (step === 'late') return `${who} within ${describeMinutes(minutes)}`;
  const left = workingTimeBetween(now, respondBy, hoursOf(holder?.id ?? null));
  return `Not answered yet: ${describeMinutes(Math.ceil(left / MINUTE_MS))} left`;
}
