import { describe, expect, it } from 'vitest';
import { compileRubric } from '@/lib/scoring/compile-rubric';
import { RUBRIC_FORMAT, type EventInput, type Rubric } from '@/lib/scoring/types';
import { replayScores } from './replay-scores';
import { createScorer } from './score-facts';
import type { Facts } from './types';

const DAY = 86_400_000;

const RUBRIC: Rubric = {
  format: RUBRIC_FORMAT,
  name: 'Replay',
  fit: {
    groups: [
      {
        id: 'who',
        label: 'Who',
        criteria: [
          { id: 'head', label: 'Head', when: { field: 'title', op: 'eq', value: 'Head' }, points: 50 },
        ],
      },
    ],
  },
  intent: {
    groups: [
      {
        id: 'what',
        label: 'What',
        criteria: [
          {
            id: 'visit',
            label: 'Visit',
            kind: 'each',
            on: 'visit',
            decay: { kind: 'expire', days: 10 },
            points: 20,
          },
          {
            id: 'company-visit',
            label: 'Visit by anyone',
            kind: 'each',
            on: 'visit',
            scope: 'company',
            limit: 1,
            decay: { kind: 'none' },
            points: 10,
          },
        ],
      },
    ],
  },
  disqualifiers: [],
  fitWeight: 0.5,
  grid: { fitCut: 50, intentCut: 50 },
  tiers: [{ name: 'A', minScore: 0, minFit: 0, minIntent: 0, action: 'hold' }],
};

function visit(id: string, leadId: string, day: number): EventInput {
  return { id, leadId, companyId: 'co', type: 'visit', at: day * DAY, properties: {} };
}

const own = [visit('e1', 'lead', 5), visit('e2', 'lead', 7)];
const lead = {
  lead: { id: 'lead', email: null, createdAt: 0, attributes: { title: 'Head' }, company: { id: 'co' } },
  events: own,
};
const facts: Facts = {
  leads: [lead],
  companyEvents: new Map([['co', [...own, visit('e0', 'colleague', 3)]]]),
  pastValues: new Map([['lead', [{ key: 'title', before: 'Clerk', at: 6 * DAY }]]]),
};

function replay(from: number, to: number) {
  const scorer = createScorer(compileRubric(RUBRIC), facts);
  return replayScores(scorer, facts, lead, { from: from * DAY, to: to * DAY }).map(({ at, cause, after }) => [
    at / DAY,
    cause,
    after.fit,
    after.intent,
  ]);
}

describe('replayScores', () => {
  it('finds each moment at which the score changed, with its cause', () => {
    expect(replay(0, 100)).toEqual([
      [3, 'company', 0, 10],
      [5, 'event', 0, 30],
      [6, 'attribute', 50, 30],
      [7, 'event', 50, 50],
      [15, 'decay', 50, 30],
      [17, 'decay', 50, 10],
    ]);
  });

  it('keeps to its period: after the first instant, up to and with the last', () => {
    expect(replay(5, 15).map(([day]) => day)).toEqual([6, 7, 15]);
  });
});
