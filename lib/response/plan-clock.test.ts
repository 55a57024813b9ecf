import { describe, expect, it } from 'vitest';
import { DEFAULT_RESPONSE } from './constants';
import { planClock } from './plan-clock';
import { planStep, type ClockSteps } from './next-step';

const FRIDAY = Date.parse('2026-03-06T16:58:00Z');
const at = (text: string) => Date.parse(text);

describe('planClock', () => {
  it('gives five minutes and an hour of working time when nothing was said', () => {
    expect(planClock(FRIDAY, 'A', DEFAULT_RESPONSE, DEFAULT_RESPONSE.hours)).toEqual({
      warnAt: at('2026-03-09T09:00:30Z'),
      respondBy: at('2026-03-09T09:03:00Z'),
      alarmAt: at('2026-03-09T09:58:00Z'),
    });
  });

  it('takes the target of the tier, and warns after the share asked for', () => {
    const targets = [{ tier: 'Hot', minutes: 60, alarmMinutes: 120 }];
    const monday = at('2026-03-09T10:00:00Z');
    const settings = { targets, warnShare: 0.75 };
    expect(planClock(monday, 'Hot', settings, DEFAULT_RESPONSE.hours)).toEqual({
      warnAt: at('2026-03-09T10:45:00Z'),
      respondBy: at('2026-03-09T11:00:00Z'),
      alarmAt: at('2026-03-09T12:00:00Z'),
    });
  });
});

describe('planStep', () => {
  const steps = (told: Partial<Record<keyof ClockSteps, number>> = {}): ClockSteps => ({
    warning: { dueAt: 30, toldAt: told.warning ?? null },
    late: { dueAt: 60, toldAt: told.late ?? null },
    alarm: { dueAt: 90, toldAt: told.alarm ?? null },
  });

  it.each([
    ['nothing before the first step', {}, 29, null, 30],
    ['the warning when it is due', {}, 30, 'warning', 60],
    ['nothing twice', { warning: 30 }, 45, null, 60],
    ['that it is late', { warning: 30 }, 60, 'late', 90],
    ['the alarm', { warning: 30, late: 60 }, 90, 'alarm', null],
    ['only the last of several that are due', {}, 75, 'late', 90],
    ['nothing when all was said', { warning: 30, late: 60, alarm: 90 }, 200, null, null],
  ] as const)('says %s', (_words, told, now, say, next) => {
    expect(planStep(steps(told), now)).toEqual({ say, next });
  });
});
