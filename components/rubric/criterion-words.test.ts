import { describe, expect, it } from 'vitest';
import type { Criterion, EachCriterion } from '@/lib/scoring/types';
import { describeCriterion, describeInSentences, sampleWorth } from './criterion-words';

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

describe('a criterion in sentences', () => {
  const labels = { eventTypes: { demo_requested: 'Requested a demo' } };
  const demo = { id: 'd', label: 'Demo', kind: 'each', on: 'demo_requested', points: 40 } as const;

  it.each<[Criterion, string]>([
    [
      { id: 'f', label: 'Big', when: { field: 'company.employees', op: 'gte', value: 100 }, points: -1 },
      '−1 point when company employees is at least 100.',
    ],
    [
      { ...demo, decay: { kind: 'half_life', days: 14 }, limit: 2 },
      '+40 points each time: Requested a demo, newest 2 count. Half of them are left after 14 days, a quarter after 28 days.',
    ],
    [
      { ...demo, decay: { kind: 'expire', days: 1 } },
      '+40 points each time: Requested a demo. They count for 1 day, then no more.',
    ],
    [
      { id: 's', label: 'Silence', kind: 'inactivity', on: 'demo_requested', days: 60, points: -15 },
      '−15 points while nothing is heard: Requested a demo, none for 60 days.',
    ],
  ])('%#', (criterion, words) => {
    expect(describeInSentences(criterion, labels)).toBe(words);
  });
});
