import { describe, expect, it } from 'vitest';
import { B2B_SAAS_TEMPLATE } from '@/lib/rubrics/templates/b2b-saas';
import { compileRubric } from './compile-rubric';
import { describeCriterion, describeTierChange, writeWords } from './describe-criterion';
import { prepareLead } from './evidence';
import { explainScore } from './explain';
import { findNextMove } from './next-move';
import { scoreLead } from './score-lead';
import { RUBRIC_FORMAT, type EventInput, type IntentCriterion, type LeadInput, type Rubric } from './types';

const NOW = Date.UTC(2026, 2, 2, 9);
const DAY = 86_400_000;

const lead: LeadInput = {
  id: 'jana',
  email: null,
  createdAt: NOW - 10 * DAY,
  attributes: { title: 'VP Sales', trialEnds: '2026-03-01' },
};

function event(type: string, daysAgo: number, properties: EventInput['properties'] = {}): EventInput {
  const at = NOW - daysAgo * DAY;
  return { id: `${type}${daysAgo}`, leadId: 'jana', companyId: null, type, at, properties };
}

function rubricOf(criterion: IntentCriterion): Rubric {
  const when = { field: 'trialEnds', op: 'within_days', value: 7 } as const;
  return {
    format: RUBRIC_FORMAT,
    name: 'One',
    fit: {
      groups: [{ id: 'f', label: 'F', criteria: [{ id: 'ends', label: 'Trial ended', when, points: 10 }] }],
    },
    intent: { groups: [{ id: 'i', label: 'I', criteria: [criterion] }] },
    disqualifiers: [],
    fitWeight: 0.5,
    grid: { fitCut: 50, intentCut: 50 },
    tiers: [{ name: 'A', minScore: 0, minFit: 0, minIntent: 0, action: 'route' }],
  };
}

function moveOf(criterion: IntentCriterion, events: EventInput[], index = 1) {
  const compiled = compileRubric(rubricOf(criterion));
  return findNextMove(compiled, prepareLead(compiled, lead, events, events), index, NOW);
}

const base = { id: 'x', label: 'X', on: 'demo' };

describe('findNextMove', () => {
  it('says when fading has taken a whole point', () => {
    const decay = { kind: 'half_life', days: 14 } as const;
    const move = moveOf({ ...base, kind: 'each', points: 40, decay }, [event('demo', 0)]);
    expect(move?.by).toBeCloseTo(-1, 6);
    expect(((move?.at ?? 0) - NOW) / DAY).toBeCloseTo(14 * Math.log2(40 / 39), 5);
    const linear = { kind: 'linear', days: 20 } as const;
    const rise = moveOf({ ...base, kind: 'each', points: -10, decay: linear }, [event('demo', 0)]);
    expect(rise?.at).toBe(NOW + 2 * DAY);
    expect(rise?.by).toBeCloseTo(1, 6);
  });

  it('says when the last visible bit goes, and nothing of what has faded', () => {
    const decay = { kind: 'half_life', days: 7 } as const;
    const criterion = { ...base, kind: 'each', points: 1, decay } as const;
    const move = moveOf(criterion, [event('demo', 7)]);
    expect(move?.by).toBeCloseTo(-0.45, 4);
    expect(moveOf(criterion, [event('demo', 70)])).toBeNull();
  });

  it('says when evidence ends, a window closes or a silence begins to count', () => {
    const expire = { kind: 'expire', days: 30 } as const;
    const each = { ...base, kind: 'each', points: 5, decay: expire } as const;
    expect(moveOf(each, [event('demo', 1), event('demo', 28)])).toEqual({ at: NOW + 2 * DAY, by: -5 });
    const threshold = {
      ...base,
      kind: 'threshold',
      points: 20,
      count: 'events',
      atLeast: 2,
      withinDays: 7,
    } as const;
    expect(moveOf(threshold, [event('demo', 1), event('demo', 3)])).toEqual({ at: NOW + 4 * DAY, by: -20 });
    const quiet = { ...base, kind: 'inactivity', points: -15, days: 30 } as const;
    expect(moveOf(quiet, [event('demo', 1)])).toEqual({ at: NOW + 29 * DAY, by: -15 });
    expect(moveOf({ ...each, decay: { kind: 'none' } }, [event('demo', 1)])).toBeNull();
  });

  it('says when a date condition turns', () => {
    const move = moveOf({ ...base, kind: 'each', points: 5, decay: { kind: 'none' } }, [], 0);
    expect(move?.by).toBe(-10);
    expect(move?.at).toBeGreaterThanOrEqual(Date.UTC(2026, 2, 8));
  });
});

describe('an explanation in words', () => {
  const compiled = compileRubric(B2B_SAAS_TEMPLATE);
  const buyer: LeadInput = {
    ...lead,
    company: { id: 'nw', employees: 420, industry: 'Industrial software', revenue: 60_000_000 },
  };
  const events = [
    event('demo_requested', 0),
    event('demo_requested', 2),
    event('demo_requested', 9),
    event('trial_started', 1),
  ];
  const explained = explainScore(compiled, buyer, events, events, NOW);
  const [buying] = explained.axes.intent.groups;
  const row = buying?.criteria.find(({ criterionId }) => criterionId === 'demo-requested');

  it('says the worth of a row, its next drop, and the limits that bite', () => {
    expect(row?.leftOut).toBe(1);
    const words = buying && row ? writeWords(describeCriterion(row, buying)) : '';
    expect(words).toMatch(/^1\.906 × 40 = 76\.2\. It fades: half in 14 days\. Next: −1 on 2026-03-02T/);
    expect(words).toContain('One older event is left out by its limit.');
    expect(words).toMatch(/Buying counts at most 70, not 1\d\d\.\d\./);
    expect(row?.nextMove?.at).toBeGreaterThan(NOW);
  });

  it('says the date of the next change of tier', () => {
    const { nextTier } = explained;
    expect(scoreLead(compiled, buyer, events, events, (nextTier?.at ?? 0) - 1).tier).toBe(explained.tier);
    expect(scoreLead(compiled, buyer, events, events, nextTier?.at ?? 0).tier).toBe(nextTier?.tier);
    expect(writeWords(describeTierChange(explained))).toMatch(/^It becomes [BC] on 2026-\d\d-\d\dT/);
    expect(writeWords(describeTierChange({ ...explained, nextTier: null }))).toMatch(/^It stays [AB] /);
  });
});
