import { describe, expect, test } from 'vitest';
import { compileRubric } from './compile-rubric';
import { computeEvidence } from './evidence';
import { explainScore } from './explain';
import { parseScoreInput } from './input';
import { matchEvents } from './match-events';
import { findNextChange } from './next-change';
import { scoreEvidence } from './score-evidence';
import { scoreLead } from './score-lead';
import { planScore, scoreUnits, type ScoreNumbers } from './score-units';
import type { EventInput, IntentCriterion, LeadInput, Rubric } from './types';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 5, 1, 12);

const lead: LeadInput = {
  id: 'jana',
  email: 'jana@acme.example',
  createdAt: NOW - 100 * DAY,
  attributes: { title: 'VP Sales', tags: ['warm', 'partner'], renewal: '2026-05-30' },
};

function makeRubric(criteria: IntentCriterion[], max?: number): Rubric {
  return {
    format: 'leadgrid.rubric/1',
    name: 'Test',
    fit: {
      groups: [
        {
          id: 'person',
          label: 'Person',
          criteria: [
            { id: 'vp', label: 'VP', when: { field: 'title', op: 'contains_word', value: 'vp' }, points: 40 },
            {
              id: 'tag',
              label: 'Tag',
              when: { field: 'tags', op: 'in', value: ['partner', 'cold'] },
              points: 5,
            },
          ],
        },
      ],
    },
    intent: { groups: [{ id: 'buying', label: 'Buying', ...(max === undefined ? {} : { max }), criteria }] },
    disqualifiers: [],
    fitWeight: 0.5,
    grid: { fitCut: 40, intentCut: 40 },
    tiers: [
      { name: 'A', minScore: 40, minFit: 40, minIntent: 40, action: 'route' },
      { name: 'C', minScore: 0, minFit: 0, minIntent: 0, action: 'hold' },
    ],
  };
}

function makeEvents(type: string, ages: readonly number[]): EventInput[] {
  return ages.map((age, i) => ({
    id: `${type}${i}`,
    leadId: 'jana',
    companyId: null,
    type,
    at: NOW - age * DAY,
    properties: {},
  }));
}

const demo: IntentCriterion = {
  id: 'demo',
  label: 'Demo',
  kind: 'each',
  on: 'demo',
  points: 40,
  decay: { kind: 'half_life', days: 10 },
  limit: 2,
};

describe('explainScore', () => {
  test('shows the limit that bit, the events that counted and the values that matched', () => {
    const events = makeEvents('demo', [30, 10, 0]);
    const explained = explainScore(compileRubric(makeRubric([demo], 50)), lead, events, events, NOW);
    const [group] = explained.axes.intent.groups;
    expect(group).toMatchObject({ sum: 60, total: 50, limitedBy: 'max', min: null, max: 50 });
    expect(group?.criteria[0]).toMatchObject({
      condition: 'demo, newest 2 count',
      decay: 'half in 10 days',
      units: 1.5,
      contribution: 60,
      events: [
        { id: 'demo2', ageDays: 0, weight: 1 },
        { id: 'demo1', ageDays: 10, weight: 0.5 },
        { id: 'demo0', ageDays: 30, weight: 0 },
      ],
    });
    const rows = explained.axes.fit.groups[0]?.criteria ?? [];
    expect(rows[0]?.fields).toEqual([
      { field: 'title', op: 'contains_word', value: 'VP Sales', holds: true },
    ]);
    expect(rows[1]?.fields).toEqual([{ field: 'tags', op: 'in', value: ['partner'], holds: true }]);
    expect(JSON.parse(JSON.stringify(explained))).toEqual(explained);
  });

  test('gives the same score and next change as scoreLead', () => {
    const events = makeEvents('demo', [3, 40]);
    const compiled = compileRubric(makeRubric([demo]));
    expect(explainScore(compiled, lead, events, events, NOW)).toMatchObject(
      scoreLead(compiled, lead, events, events, NOW),
    );
  });

  test('of events at one instant, the greater id is the more recent', () => {
    const events = makeEvents('demo', [1, 1, 1]);
    const explained = explainScore(compileRubric(makeRubric([demo])), lead, events, events, NOW);
    const shown = explained.axes.intent.groups[0]?.criteria[0]?.events ?? [];
    expect(shown.map(({ id, weight }) => [id, weight > 0])).toEqual([
      ['demo2', true],
      ['demo1', true],
      ['demo0', false],
    ]);
  });
});

describe('evidence and points apart', () => {
  const events = makeEvents('demo', [0, 5]);

  test('the same evidence scores with other points as a whole new computation does', () => {
    const dearer = compileRubric(makeRubric([{ ...demo, points: 7 }]));
    const evidence = computeEvidence(compileRubric(makeRubric([demo])), lead, events, events, NOW);
    expect(scoreEvidence(dearer, evidence)).toEqual(
      scoreEvidence(dearer, computeEvidence(dearer, lead, events, events, NOW)),
    );
  });

  test('many leads are scored from one array of units', () => {
    const plan = planScore(makeRubric([demo]));
    const units = Float64Array.from([1, 0, 1, 0, 1, 0.25, 1, 1, 9]);
    const out: ScoreNumbers = { fit: 0, intent: 0, score: 0, tier: 0, quadrant: 0 };
    const scores = [0, 3, 6].map((offset) => {
      scoreUnits(plan, units, offset, false, out);
      return { ...out };
    });
    expect(scores).toEqual([
      { fit: 40, intent: 40, score: 40, tier: 0, quadrant: 0 },
      { fit: 5, intent: 10, score: 8, tier: 1, quadrant: 3 },
      { fit: 45, intent: 100, score: 73, tier: 0, quadrant: 0 },
    ]);
    scoreUnits(plan, units, 6, true, out);
    expect(out).toEqual({ fit: 45, intent: 100, score: 73, tier: 1, quadrant: 3 });
  });

  test('events sorted out beforehand give the same evidence', () => {
    const compiled = compileRubric(makeRubric([demo, { ...demo, id: 'anyone', scope: 'company' }]));
    const own = matchEvents(compiled, 'lead', events);
    const company = matchEvents(compiled, 'company', events);
    expect(computeEvidence(compiled, lead, own, company, NOW)).toEqual(
      computeEvidence(compiled, lead, events, events, NOW),
    );
  });
});

describe('findNextChange', () => {
  const next = (criteria: IntentCriterion[], events: EventInput[], max?: number) =>
    findNextChange(compileRubric(makeRubric(criteria, max)), lead, events, events, NOW);

  test('is the millisecond at which a half-life loses a point', () => {
    const found = next([demo], makeEvents('demo', [0]));
    const crossing = 10 * DAY * Math.log2(40 / (39.5 - 1e-9));
    expect(found).toBe(NOW + Math.ceil(crossing));
  });

  test('waits while a limit absorbs the decay', () => {
    const found = next([demo], makeEvents('demo', [0, 0]), 50);
    expect(found).toBe(NOW + Math.ceil(10 * DAY * Math.log2(80 / (49.5 - 1e-9))));
  });

  test('does not move while two decays cancel out', () => {
    const against: IntentCriterion = { ...demo, id: 'against', on: 'gone', points: -40 };
    const steady: IntentCriterion = { ...demo, id: 'steady', on: 'x', decay: { kind: 'none' }, points: 12.5 };
    const events = [...makeEvents('demo', [0]), ...makeEvents('gone', [0]), ...makeEvents('x', [1])];
    expect(next([demo, against, steady], events)).toBeNull();
  });

  test('sees a rise that is followed by a fall back', () => {
    const slow: IntentCriterion = {
      ...demo,
      id: 'slow',
      on: 'slow',
      points: 30,
      decay: { kind: 'half_life', days: 40 },
    };
    const fast: IntentCriterion = {
      ...demo,
      id: 'fast',
      on: 'fast',
      points: -29,
      decay: { kind: 'half_life', days: 2 },
    };
    const found = next([slow, fast], [...makeEvents('slow', [0]), ...makeEvents('fast', [0])]);
    expect(found).not.toBeNull();
    expect(((found ?? 0) - NOW) / DAY).toBeLessThan(0.1);
  });

  test('sees events that are dated ahead, and nothing after the last', () => {
    const stays: IntentCriterion = { ...demo, decay: { kind: 'none' } };
    expect(next([stays], makeEvents('demo', [-3]))).toBe(NOW + 3 * DAY);
    expect(next([stays], makeEvents('demo', [3]))).toBeNull();
    expect(next([stays], [])).toBeNull();
  });

  test('never names a date past the year 9999', () => {
    const quiet: IntentCriterion = {
      id: 'q',
      label: 'Quiet',
      kind: 'inactivity',
      points: 5,
      days: 4_000_000,
    };
    expect(new Date(next([quiet], []) ?? 0).toISOString()).toBe('9999-12-31T23:59:59.999Z');
    const never: IntentCriterion = { ...quiet, days: 1e15 };
    expect(next([never], [])).toBeNull();
  });
});

describe('parseScoreInput', () => {
  const event = makeEvents('demo', [1]).map((one) => ({ ...one, at: '2026-05-01' }));
  const input = { leads: [{ ...lead, createdAt: '2026-01-01' }], events: event };

  test('accepts leads and events', () => {
    expect(parseScoreInput(input)).toEqual({ ok: true, value: input });
  });

  test.each<[unknown, string]>([
    [[], ''],
    [{ leads: [] }, 'events'],
    [{ ...input, leads: [{ ...input.leads[0], id: '' }] }, 'leads[0].id'],
    [{ ...input, leads: [...input.leads, ...input.leads] }, 'leads[1].id'],
    [{ ...input, leads: [{ ...input.leads[0], createdAt: 'soon' }] }, 'leads[0].createdAt'],
    [{ ...input, leads: [{ ...input.leads[0], company: {} }] }, 'leads[0].company.id'],
    [{ ...input, leads: [{ ...input.leads[0], attributes: null }] }, 'leads[0].attributes'],
    [{ ...input, events: [{ ...event[0], at: '2026-02-30' }] }, 'events[0].at'],
    [{ ...input, events: [{ ...event[0], type: 5 }] }, 'events[0].type'],
    [{ ...input, events: [{ ...event[0], leadId: undefined }] }, 'events[0].leadId'],
  ])('refuses %j at %s', (json, path) => {
    const parsed = parseScoreInput(json);
    expect(parsed.ok ? [] : parsed.issues.map((issue) => issue.path)).toContain(path);
  });
});

test('an instant that is none is refused, never guessed', () => {
  expect(() => scoreLead(compileRubric(makeRubric([demo])), lead, [], [], 'soon')).toThrow(RangeError);
});
