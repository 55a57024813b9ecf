import { describe, expect, it } from 'vitest';
import { compileRubric } from '@/lib/scoring/compile-rubric';
import { RUBRIC_FORMAT, type EventInput, type IntentCriterion, type Rubric } from '@/lib/scoring/types';
import { createScorer } from './score-facts';

const each = (id: string, points: number): IntentCriterion => ({
  id,
  label: id.toUpperCase(),
  kind: 'each',
  on: id,
  decay: { kind: 'none' },
  limit: 1,
  points,
});

const RUBRIC: Rubric = {
  format: RUBRIC_FORMAT,
  name: 'Reasons',
  fit: {
    groups: [
      {
        id: 'fit',
        label: 'Fit',
        criteria: [
          { id: 'small', label: 'Small', when: { field: 'small', op: 'is_true' }, points: 5 },
          { id: 'large', label: 'Large', when: { field: 'large', op: 'is_true' }, points: 9 },
          { id: 'never', label: 'Against', when: { field: 'bad', op: 'is_true' }, points: -50 },
        ],
      },
    ],
  },
  intent: {
    groups: [
      {
        id: 'intent',
        label: 'Intent',
        criteria: [each('a', 10), each('b', 10), each('c', 4), each('d', -90)],
      },
    ],
  },
  disqualifiers: [],
  fitWeight: 0.5,
  grid: { fitCut: 50, intentCut: 50 },
  tiers: [{ name: 'A', minScore: 0, minFit: 0, minIntent: 0, action: 'hold' }],
};

const NOW = Date.UTC(2026, 10, 2);

function reasonFor(attributes: Record<string, unknown>, happened: readonly [string, number][]) {
  const events: EventInput[] = happened.map(([type, at], index) => ({
    id: String(index),
    leadId: 'lead',
    companyId: null,
    type,
    at,
    properties: {},
  }));
  const lead = { lead: { id: 'lead', email: null, createdAt: 0, attributes }, events };
  const facts = { leads: [lead], companyEvents: new Map(), pastValues: new Map() };
  return createScorer(compileRubric(RUBRIC), facts).scoreToStore(lead, NOW).reason;
}

describe('the reason for a score', () => {
  it('is the strongest sign of intent, with the time of its latest event', () => {
    const reason = reasonFor({ large: true }, [
      ['c', NOW - 1],
      ['a', NOW - 900],
      ['a', NOW - 500],
      ['a', NOW + 500],
    ]);
    const at = new Date(NOW - 500).toISOString();
    expect(reason).toEqual({ criterionId: 'a', label: 'A', contribution: 10, at });
  });

  it('is, of equally strong ones, the one that happened last', () => {
    expect(
      reasonFor({}, [
        ['a', 1_000],
        ['b', 2_000],
      ])?.criterionId,
    ).toBe('b');
    expect(
      reasonFor({}, [
        ['a', 2_000],
        ['b', 1_000],
      ])?.criterionId,
    ).toBe('a');
  });

  it('is the best point of fit when nothing speaks for intent', () => {
    const expected = { criterionId: 'large', label: 'Large', contribution: 9, at: null };
    expect(reasonFor({ small: true, large: true, bad: true }, [['d', 1]])).toEqual(expected);
  });

  it('is none when nothing speaks for the lead', () => {
    expect(reasonFor({ bad: true }, [['d', 1]])).toBeNull();
  });
});
