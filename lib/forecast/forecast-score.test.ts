import { describe, expect, it } from 'vitest';
import { compileRubric } from '@/lib/scoring/compile-rubric';
import { scoreLead } from '@/lib/scoring/score-lead';
import { RUBRIC_FORMAT, type EventInput, type Rubric } from '@/lib/scoring/types';
import { forecastScore, pickSteps } from './forecast-score';
import { traceCurves } from './trace-curves';

const NOW = Date.UTC(2026, 2, 2, 9);
const DAY = 86_400_000;

const RUBRIC: Rubric = {
  format: RUBRIC_FORMAT,
  name: 'Small',
  fit: {
    groups: [
      { id: 'who', label: 'Who', criteria: [{ id: 'all', label: 'Anyone', when: { all: [] }, points: 80 }] },
    ],
  },
  intent: {
    groups: [
      {
        id: 'what',
        label: 'What',
        criteria: [
          {
            id: 'demo',
            label: 'Requested a demo',
            kind: 'each',
            on: 'demo',
            points: 40,
            decay: { kind: 'half_life', days: 14 },
          },
          {
            id: 'price',
            label: 'Pricing page',
            kind: 'threshold',
            on: 'price',
            count: 'events',
            atLeast: 1,
            withinDays: 7,
            points: 30,
          },
        ],
      },
    ],
  },
  disqualifiers: [],
  fitWeight: 0.5,
  grid: { fitCut: 50, intentCut: 40 },
  tiers: [
    { name: 'A', minScore: 70, minFit: 50, minIntent: 40, action: 'route' },
    { name: 'B', minScore: 0, minFit: 0, minIntent: 0, action: 'nurture' },
  ],
};

const compiled = compileRubric(RUBRIC);
const lead = { id: 'jana', email: null, createdAt: NOW - 100 * DAY, attributes: {} };
const events: EventInput[] = ['demo', 'price'].map((type) => ({
  id: type,
  leadId: 'jana',
  companyId: null,
  type,
  at: NOW,
  properties: {},
}));
const scoreAt = (instant: number) => scoreLead(compiled, lead, events, events, instant);
const NAMES = new Map([
  ['demo', { label: 'Requested a demo', fades: true }],
  ['price', { label: 'Pricing page', fades: false }],
]);

describe('forecastScore', () => {
  const forecast = forecastScore(scoreAt, NOW, NAMES);

  it('steps through every change until nothing is left', () => {
    expect(scoreAt(NOW)).toMatchObject({ score: 75, tier: 'A' });
    expect(forecast.complete).toBe(true);
    expect(forecast.steps.at(-1)).toMatchObject({ intent: 0, score: 40, tier: 'B' });
    for (const step of forecast.steps) {
      const before = scoreAt(step.at - 1);
      const after = scoreAt(step.at);
      expect(after).toMatchObject({ fit: step.fit, intent: step.intent, score: step.score, tier: step.tier });
      expect([before.intent, before.score]).not.toEqual([after.intent, after.score]);
    }
  });

  it('finds the fall to the next tier', () => {
    const { nextTier } = forecast;
    expect(nextTier?.tier).toBe('B');
    expect(scoreAt((nextTier?.at ?? 0) - 1).tier).toBe('A');
  });

  it('names what moved most', () => {
    const end = forecast.steps.find(({ at }) => at === NOW + 7 * DAY);
    expect(end?.moved).toMatchObject({ label: 'Pricing page', fades: false });
    expect(end?.moved?.change).toBe(-30);
    expect(forecast.steps[0]?.moved).toMatchObject({ label: 'Requested a demo', fades: true });
  });

  it('tells the steps that matter', () => {
    const picked = pickSteps(forecast, 'A');
    expect(picked.length).toBeLessThanOrEqual(6);
    expect(picked[0]).toBe(forecast.steps[0]);
    expect(picked).toContain(forecast.nextTier);
    expect(picked.some(({ at }) => at === NOW + 7 * DAY)).toBe(true);
    expect(picked.at(-1)).toBe(forecast.steps.at(-1));
  });

  it('says that nothing changes when nothing does', () => {
    const still = forecastScore((at) => scoreLead(compiled, lead, [], [], at), NOW, NAMES);
    expect(still).toEqual({ steps: [], complete: true, nextTier: null });
  });
});

describe('traceCurves', () => {
  it('is the share that is left of what counts now', () => {
    const { demo = [], price = [], all = [] } = traceCurves((at) => scoreAt(at).contributions, NOW);
    expect(demo).toHaveLength(61);
    expect(demo[28]).toBeCloseTo(0.5, 10);
    expect([price[0], price[13], price[14]]).toEqual([1, 1, 0]);
    expect(all.every((share) => share === 1)).toBe(true);
  });
});
