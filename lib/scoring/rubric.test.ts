import { describe, expect, test } from 'vitest';
import { parseRubric } from './rubric';
import type { Rubric } from './types';

function makeRubric(): Rubric {
  return {
    format: 'leadgrid.rubric/1',
    name: 'Test',
    fit: {
      groups: [
        {
          id: 'company',
          label: 'Company',
          min: -50,
          max: 60,
          criteria: [
            {
              id: 'size',
              label: 'Size',
              when: { field: 'company.employees', op: 'between', value: [51, 200] },
              points: 10,
            },
            {
              id: 'word',
              label: 'Word',
              when: { all: [{ field: 'title', op: 'contains_word', value: ['vp'] }] },
              points: -5.5,
            },
          ],
        },
      ],
    },
    intent: {
      groups: [
        {
          id: 'buying',
          label: 'Buying',
          criteria: [
            {
              id: 'demo',
              label: 'Demo',
              kind: 'each',
              on: 'demo',
              points: 30,
              decay: { kind: 'half_life', days: 14 },
              limit: 2,
            },
            {
              id: 'visits',
              label: 'Visits',
              kind: 'threshold',
              on: ['page'],
              where: { field: 'email.anything', op: 'starts_with', value: '/pricing' },
              scope: 'company',
              points: 10,
              count: 'leads',
              atLeast: 3,
              withinDays: 30,
            },
            { id: 'quiet', label: 'Quiet', kind: 'inactivity', points: -10, days: 60 },
          ],
        },
      ],
    },
    disqualifiers: [
      { id: 'rival', label: 'Rival', when: { field: 'email.domain', op: 'eq', value: 'rival.example' } },
    ],
    fitWeight: 0.5,
    grid: { fitCut: 50, intentCut: 50 },
    tiers: [
      { name: 'A', minScore: 70, minFit: 50, minIntent: 40, action: 'route' },
      { name: 'C', minScore: 0, minFit: 0, minIntent: 0, action: 'hold' },
    ],
  };
}

function asObject(value: unknown): object {
  if (typeof value === 'object' && value !== null) return value;
  throw new Error('There is nothing at that path.');
}

/** The rubric as JSON, with one value put in at a path, or taken out when it is undefined. */
function withValue(path: string, value: unknown): unknown {
  const json: unknown = JSON.parse(JSON.stringify(makeRubric()));
  const keys = path.split(/[.[\]]+/).filter((key) => key !== '');
  const last = keys.pop() ?? '';
  const parent = keys.reduce<unknown>((at, key) => Reflect.get(asObject(at), key), json);
  if (value === undefined) Reflect.deleteProperty(asObject(parent), last);
  else Reflect.set(asObject(parent), last, value);
  return json;
}

const WHEN = 'fit.groups[0].criteria[0].when';
const DEMO = 'intent.groups[0].criteria[0]';
const VISITS = 'intent.groups[0].criteria[1]';
const QUIET = 'intent.groups[0].criteria[2]';

test('a rubric that fits the format comes back as it is', () => {
  expect(parseRubric(makeRubric())).toEqual({ ok: true, rubric: makeRubric() });
});

describe('accepts', () => {
  test.each<[string, unknown]>([
    ['fit.groups', []],
    ['disqualifiers', []],
    ['fit.groups[0].min', undefined],
    ['fit.groups[0].max', -50],
    [WHEN, { all: [] }],
    [WHEN, { not: { any: [] } }],
    [WHEN, { field: 'a.b.c', op: 'is_set' }],
    [WHEN, { field: 'x', op: 'eq', value: [1, 'a', true] }],
    [WHEN, { field: 'x', op: 'older_than_days', value: -5 }],
    [WHEN, { field: 'x', op: 'contains', value: '+' }],
    [`${DEMO}.decay`, { kind: 'none' }],
    [`${DEMO}.limit`, undefined],
    [`${QUIET}.on`, 'page'],
    [`${VISITS}.id`, 'company'],
    ['tiers[0].minScore', 70.5],
    ['fitWeight', 1],
  ])('%s = %j', (path, value) => {
    expect(parseRubric(withValue(path, value))).toMatchObject({ ok: true });
  });
});

describe('refuses, naming the place', () => {
  test.each<[string, unknown, string?]>([
    ['format', 'leadgrid.rubric/2'],
    ['name', ''],
    ['name', undefined],
    ['extra', 1],
    ['fit', undefined],
    ['fit', []],
    ['fit.groups', {}],
    ['fit.weight', 1],
    ['fit.groups[0].id', 5],
    ['fit.groups[0].note', 'x'],
    ['fit.groups[0].min', 61],
    ['fit.groups[0].max', Number.POSITIVE_INFINITY],
    ['intent.groups[0].id', 'company'],
    ['fit.groups[0].criteria[1].id', 'size'],
    ['intent.groups[0].criteria[0].id', 'size'],
    ['fit.groups[0].criteria[0].id', undefined],
    ['fit.groups[0].criteria[0].points', '10'],
    ['fit.groups[0].criteria[0].points', Number.NaN],
    ['fit.groups[0].criteria[0].kind', 'each'],
    ['fit.groups[0].criteria[0]', null],
    [WHEN, undefined],
    [WHEN, []],
    [WHEN, {}],
    [WHEN, { all: {} }, `${WHEN}.all`],
    [WHEN, { all: [], any: [] }, `${WHEN}.any`],
    [WHEN, { not: [] }, `${WHEN}.not`],
    [WHEN, { all: [{ any: [{ field: 'x', op: 'eq' }] }] }, `${WHEN}.all[0].any[0].value`],
    [`${WHEN}.note`, 1],
    [`${WHEN}.field`, ''],
    [`${WHEN}.field`, 'company..name'],
    [`${WHEN}.field`, 'email.host'],
    [`${WHEN}.field`, 'createdAt.year'],
    [`${WHEN}.op`, 'equals'],
    [`${WHEN}.op`, 'toString'],
    [`${WHEN}.op`, undefined],
    [`${WHEN}.value`, undefined],
    [`${WHEN}.value`, 5],
    [`${WHEN}.value`, [1]],
    [`${WHEN}.value`, [1, 2, 3]],
    [`${WHEN}.value`, [2, 1]],
    [`${WHEN}.value`, [1, 'a'], `${WHEN}.value[1]`],
    [WHEN, { field: 'x', op: 'gt', value: '5' }, `${WHEN}.value`],
    [WHEN, { field: 'x', op: 'gt', value: [5] }, `${WHEN}.value`],
    [WHEN, { field: 'x', op: 'within_days', value: '7' }, `${WHEN}.value`],
    [WHEN, { field: 'x', op: 'is_set', value: true }, `${WHEN}.value`],
    [WHEN, { field: 'x', op: 'eq', value: null }, `${WHEN}.value`],
    [WHEN, { field: 'x', op: 'eq', value: [] }, `${WHEN}.value`],
    [WHEN, { field: 'x', op: 'eq', value: ['a', ' '] }, `${WHEN}.value[1]`],
    [WHEN, { field: 'x', op: 'contains', value: '' }, `${WHEN}.value`],
    [WHEN, { field: 'x', op: 'contains', value: 5 }, `${WHEN}.value`],
    [WHEN, { field: 'x', op: 'contains_word', value: '++' }, `${WHEN}.value`],
    [WHEN, { field: 'x', op: 'contains_word', value: ['a', '-'] }, `${WHEN}.value[1]`],
    [`${DEMO}.kind`, 'some'],
    [`${DEMO}.kind`, undefined],
    [`${DEMO}.on`, undefined],
    [`${DEMO}.on`, ''],
    [`${DEMO}.on`, []],
    [`${DEMO}.on`, ['demo', 5], `${DEMO}.on[1]`],
    [`${DEMO}.scope`, 'account'],
    [`${DEMO}.where`, { field: 'x', op: 'nope' }, `${DEMO}.where.op`],
    [`${DEMO}.limit`, 0],
    [`${DEMO}.limit`, 1.5],
    [`${DEMO}.withinDays`, 5],
    [`${DEMO}.decay`, undefined],
    [`${DEMO}.decay.kind`, 'sudden'],
    [`${DEMO}.decay.days`, 0],
    [`${DEMO}.decay.days`, undefined],
    [`${DEMO}.decay`, { kind: 'none', days: 5 }, `${DEMO}.decay.days`],
    [`${VISITS}.count`, 'visits'],
    [`${VISITS}.atLeast`, 0],
    [`${VISITS}.atLeast`, 2.5],
    [`${VISITS}.withinDays`, -1],
    [`${VISITS}.decay`, { kind: 'none' }],
    [`${QUIET}.days`, 0],
    [`${QUIET}.on`, null],
    ['disqualifiers', undefined],
    ['disqualifiers[0].when.value', ''],
    ['disqualifiers[0].points', 5],
    ['fitWeight', 1.01],
    ['fitWeight', -0.01],
    ['grid.fitCut', '50'],
    ['grid.cut', 5],
    ['tiers', []],
    ['tiers[0].minFit', undefined],
    ['tiers[0].action', 'call'],
    ['tiers[1].name', 'A'],
    ['tiers[1].minScore', 1],
    ['tiers[1].minIntent', 0.5],
  ])('%s = %j', (path, value, at = path) => {
    const parsed = parseRubric(withValue(path, value));
    expect(parsed.ok ? [] : parsed.issues.map((issue) => issue.path)).toContain(at);
  });

  test('what is no object at all', () => {
    for (const json of [null, [], 'rubric', 5, undefined]) {
      expect(parseRubric(json)).toMatchObject({ ok: false, issues: [{ path: '' }] });
    }
  });

  test('a repeated disqualifier', () => {
    const [first] = makeRubric().disqualifiers;
    const parsed = parseRubric({ ...makeRubric(), disqualifiers: [first, first] });
    expect(parsed).toMatchObject({ ok: false, issues: [{ path: 'disqualifiers[1].id' }] });
  });

  test('conditions nested without end, rather than running out of stack', () => {
    let when: unknown = { all: [] };
    for (let depth = 0; depth < 20_000; depth += 1) when = { not: when };
    const rubric = makeRubric();
    const parsed = parseRubric({ ...rubric, disqualifiers: [{ id: 'deep', label: 'Deep', when }] });
    expect(parsed.ok).toBe(false);
  });
});
