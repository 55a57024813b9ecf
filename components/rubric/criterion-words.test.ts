import { describe, expect, it } from 'vitest';
import type { EachCriterion } from '@/lib/scoring/types';
import { describeCriterion, sampleWorth } from './criterion-words';

const DEMO: EachCriterion = {
  id: 'demo',
  label: 'Requested a demo',
  kind: 'each',
  on: 'demo_requested',
  decay: { kind: 'half_life', days: 30 },
  limit: 2,
  points: 40,
};

describe('describeCriterion', () => {
  it('says what counts and how long', () => {
    expect(describeCriterion(DEMO, {})).toBe('demo requested, newest 2 count, half in 30 days');
    expect(describeCriterion({ ...DEMO, decay: { kind: 'none' } }, {})).toBe(
      'demo requested, newest 2 count',
    );
  });

  it('says a condition of fit with the labels given', () => {
    const fit = { id: 'f', label: 'F', when: { field: 'title', op: 'is_set' as const }, points: 1 };
    expect(describeCriterion(fit, { fields: { title: 'Job title' } })).toBe('Job title is known');
  });
});

describe('sampleWorth', () => {
  it('halves every half-life over 60 days', () => {
    const worth = sampleWorth(DEMO) ?? [];
    expect([worth[0], worth[30], worth[60]]).toEqual([1, 0.5, 0.25]);
  });

  it('drops at the end of a window and rises after silence', () => {
    const base = { id: 'x', label: 'X', points: 1 };
    const window = sampleWorth({
      ...base,
      kind: 'threshold',
      on: 'a',
      count: 'events',
      atLeast: 3,
      withinDays: 7,
    });
    expect([window?.[6], window?.[7]]).toEqual([1, 0]);
    const silence = sampleWorth({ ...base, kind: 'inactivity', days: 30 });
    expect([silence?.[29], silence?.[30]]).toEqual([0, 1]);
  });

  it('has no curve for fit, which does not fade', () => {
    expect(sampleWorth({ id: 'f', label: 'F', when: { all: [] }, points: 1 })).toBeNull();
  });
});
