/** What the response clock says, in the order in which it does. */
export const CLOCK_STEPS = ['warning', 'late', 'alarm'] as const;

export type ClockStep = (typeof CLOCK_STEPS)[number];

/** When each step is due, and when it was taken; milliseconds since 1970. */
export type ClockSteps = Record<ClockStep, { dueAt: number | null; toldAt: number | null }>;

/**
 * What is to be said by now, and when to look again. Of several steps that are due only the last is said: who is late
 * need not be told that they soon will be.
 */
export function planStep(steps: ClockSteps, now: number): { say: ClockStep | null; next: number | null } {
  let say: ClockStep | null = null;
  let next: number | null = null;
  for (const step of CLOCK_STEPS) {
    const { dueAt, toldAt } = steps[step];
    if (dueAt === null) continue;
    if (dueAt > now) {
      next ??= toldAt === null ? dueAt : null;
    } else {
      say = toldAt === null ? step : null;
    }
  }
  return { say, next };
}
