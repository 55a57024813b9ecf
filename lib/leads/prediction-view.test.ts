import { expect, it } from 'vitest';
import { compileRubric } from '@/lib/scoring/compile-rubric';
import { explainScore } from '@/lib/scoring/explain';
import type { Prediction } from '@/lib/prediction/types';
import type { LeadInput, Rubric } from '@/lib/scoring/types';
import { toPredictionView } from './prediction-view';

const NOW = Date.UTC(2026, 2, 2);

const fits = (key: string, points: number) => ({
  id: key,
  label: key,
  when: { field: key, op: 'eq' as const, value: 'true' },
  points,
});

const RUBRIC: Rubric = {
  format: 'leadgrid.rubric/1',
  name: 'Learned',
  fit: {
    groups: [
      {
        id: 'start',
        label: 'Start',
        criteria: [{ id: 'start', label: 'Start', when: { all: [] }, points: 50 }],
      },
      { id: 'about', label: 'About', criteria: [fits('a', 10), fits('b', -20), fits('c', 4), fits('d', 90)] },
    ],
  },
  intent: {
    groups: [
      {
        id: 'behaviour',
        label: 'Behaviour',
        criteria: [
          {
            id: 'call',
            label: 'call',
            kind: 'threshold',
            count: 'events',
            withinDays: 7,
            on: 'call',
            atLeast: 1,
            points: 60,
          },
        ],
      },
    ],
  },
  disqualifiers: [],
  fitWeight: 0.75,
  grid: { fitCut: 50, intentCut: 50 },
  tiers: [{ name: 'A', minScore: 0, minFit: 0, minIntent: 0, action: 'hold' }],
};

it('names what moves the score most, in points of the score, and never what every lead starts with', () => {
  const lead: LeadInput = {
    id: 'jana',
    email: null,
    createdAt: NOW,
    attributes: { a: 'true', b: 'true', c: 'true', d: 'false' },
    company: null,
  };
  const call = { id: 'e', leadId: 'jana', companyId: null, type: 'call', at: NOW, properties: {} };
  const now = explainScore(compileRubric(RUBRIC), lead, [call], [call], NOW);
  const prediction: Prediction = {
    breakdown: { now, inAWeek: now, curves: {} },
    fitWeight: 0.75,
    alike: null,
    all: { won: 0, closed: 0, rate: null, interval: null },
    learnedAt: NOW,
    isOwnDealKnown: false,
  };
  const view = toPredictionView(prediction, 'jana');
  expect(view.strongest).toEqual([
    { id: 'b', label: 'b', worth: -15 },
    { id: 'call', label: 'call', worth: 15 },
    { id: 'a', label: 'a', worth: 7.5 },
  ]);
  expect(view.score).toBe(48);
});
