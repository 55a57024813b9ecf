import fc from 'fast-check';
import {
  RUBRIC_FORMAT,
  type Condition,
  type Decay,
  type Disqualifier,
  type EventInput,
  type FitCriterion,
  type Group,
  type IntentCriterion,
  type LeadInput,
  type Lists,
  type OperatorName,
  type Rubric,
} from '@/lib/scoring/types';

/** Random rubrics, leads and events, close enough together that things match, meet their edges and cancel out. */

const DAY = 86_400_000;

/** The instant that random cases are scored as of. */
export const AS_OF = Date.UTC(2026, 5, 1, 12);

export const LISTS: Lists = {
  personalDomains: ['mail.example', 'free.example'],
  disposableDomains: ['bin.example', 'free.example'],
  roleNames: ['info', 'sales'],
};

const DAYS = [1, 3.5, 7, 10, 30];

/** Instants on whole days before and after, a millisecond either side of them, and anywhere. */
const instant = fc
  .oneof(
    fc.tuple(fc.constantFrom(...DAYS, 0, 2, 14, -1, -7), fc.constantFrom(-1, 0, 1)),
    fc.tuple(fc.double({ min: -20, max: 60, noNaN: true }), fc.constant(0)),
  )
  .map(([days, shift]) => new Date(Math.floor(AS_OF - days * DAY) + shift).toISOString());

const text = fc.constantFrom(
  'SaaS',
  ' saas ',
  'VP, Sales',
  'Head of Sales',
  'intern',
  'International',
  '',
  ' ',
  '12',
);
const scalar = fc.oneof(text, fc.constantFrom(0, 5, 12, 12.5, -3), fc.boolean(), fc.constant(null), instant);
const value: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: scalar },
  { weight: 1, arbitrary: fc.array(scalar, { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.constant({ y: 1 }) },
);

const wantedText = fc.constantFrom('saas', ' Sales', 'vp sales', 'intern', 'head of', 'a', '12');
const wantedTexts = fc.oneof(wantedText, fc.array(wantedText, { minLength: 1, maxLength: 3 }));
const wantedScalar = fc.oneof(wantedText, fc.constantFrom(0, 12, 12.5), fc.boolean());
const wantedScalars = fc.oneof(wantedScalar, fc.array(wantedScalar, { minLength: 1, maxLength: 3 }));
const wantedNumber = fc.constantFrom(-3, 0, 5, 12);

function compare(field: fc.Arbitrary<string>): fc.Arbitrary<Condition> {
  const withOps = <
    T extends (Condition extends infer C ? (C extends { value?: infer V } ? V : never) : never),
  >(
    ops: readonly OperatorName[],
    operand: fc.Arbitrary<T>,
  ) => fc.record({ field, op: fc.constantFrom(...ops), value: operand });
  return fc.oneof(
    withOps(['eq', 'in', 'neq', 'not_in'], wantedScalars),
    withOps(['contains', 'not_contains', 'contains_word', 'starts_with', 'ends_with'], wantedTexts),
    withOps(['gt', 'gte', 'lt', 'lte'], wantedNumber),
    withOps(['between'], fc.constantFrom([0, 5], [5, 12], [12, 12])),
    withOps(['within_days', 'older_than_days'], fc.constantFrom(...DAYS, 0)),
    fc.record({ field, op: fc.constantFrom<OperatorName>('is_set', 'is_not_set', 'is_true', 'is_false') }),
  );
}

function conditionOn(fields: readonly string[]): fc.Arbitrary<Condition> {
  const comparison = compare(fc.constantFrom(...fields));
  const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
    condition: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      { weight: 4, arbitrary: comparison },
      { weight: 1, arbitrary: fc.record({ all: fc.array(tie('condition'), { maxLength: 3 }) }) },
      { weight: 1, arbitrary: fc.record({ any: fc.array(tie('condition'), { maxLength: 3 }) }) },
      { weight: 1, arbitrary: fc.record({ not: tie('condition') }) },
    ),
  }));
  return condition;
}

const LEAD_FIELDS = [
  'x',
  'y',
  'custom.z',
  'company.x',
  'email.kind',
  'email.role',
  'email.domain',
  'createdAt',
];

export const leadCondition = conditionOn(LEAD_FIELDS);
const eventCondition = conditionOn(['p', 'q.r']);

const points = fc.oneof(fc.integer({ min: -60, max: 60 }), fc.double({ min: -40, max: 40, noNaN: true }));
const days = fc.constantFrom(...DAYS);

const decay: fc.Arbitrary<Decay> = fc.oneof(
  fc.constant<Decay>({ kind: 'none' }),
  fc.record({ kind: fc.constantFrom('half_life' as const, 'linear' as const, 'expire' as const), days }),
);

const TYPES = ['a', 'b', 'c'];
const common = {
  points,
  on: fc.oneof(fc.constantFrom(...TYPES), fc.uniqueArray(fc.constantFrom(...TYPES), { minLength: 1 })),
  where: fc.option(eventCondition, { nil: undefined, freq: 2 }),
  scope: fc.constantFrom(undefined, 'lead' as const, 'company' as const),
};

type Unnamed<C> = C extends unknown ? Omit<C, 'id' | 'label'> : never;

const intentCriterion: fc.Arbitrary<Unnamed<IntentCriterion>> = fc.oneof(
  fc.record({
    ...common,
    kind: fc.constant('each' as const),
    decay,
    limit: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
  }),
  fc.record({
    ...common,
    kind: fc.constant('threshold' as const),
    count: fc.constantFrom('events' as const, 'leads' as const, 'days' as const),
    atLeast: fc.integer({ min: 1, max: 3 }),
    withinDays: days,
  }),
  fc.record({
    ...common,
    on: fc.option(common.on, { nil: undefined }),
    kind: fc.constant('inactivity' as const),
    days,
  }),
);

const fitCriterion: fc.Arbitrary<Unnamed<FitCriterion>> = fc.record({ when: leadCondition, points });

/** Groups of criteria whose ids are given afterwards, so that each is its own. */
function groups<C extends FitCriterion | IntentCriterion>(
  criterion: fc.Arbitrary<Unnamed<C>>,
  prefix: string,
  name: (unnamed: Unnamed<C>, id: string) => C,
): fc.Arbitrary<Group<C>[]> {
  const limits = fc.constantFrom({}, {}, { max: 30 }, { min: -10 }, { min: -20, max: 25.5 });
  const group = fc.tuple(limits, fc.array(criterion, { maxLength: 4 }));
  return fc.array(group, { maxLength: 3 }).map((all) =>
    all.map(([limit, criteria], g) => ({
      id: `${prefix}${g}`,
      label: `Group ${g}`,
      ...limit,
      criteria: criteria.map((unnamed, c) => name(unnamed, `${prefix}${g}-${c}`)),
    })),
  );
}

const disqualifiers: fc.Arbitrary<Disqualifier[]> = fc
  .array(leadCondition, { maxLength: 1 })
  .map((all) => all.map((when, i) => ({ id: `d${i}`, label: `Out ${i}`, when })));

export const rubric: fc.Arbitrary<Rubric> = fc.record({
  format: fc.constant(RUBRIC_FORMAT),
  name: fc.constant('Random'),
  fit: fc.record({
    groups: groups<FitCriterion>(fitCriterion, 'f', (one, id) => ({ ...one, id, label: id })),
  }),
  intent: fc.record({
    groups: groups<IntentCriterion>(intentCriterion, 'i', (one, id) => ({ ...one, id, label: id })),
  }),
  disqualifiers,
  fitWeight: fc.constantFrom(0, 0.3, 0.5, 1),
  grid: fc.constant({ fitCut: 30, intentCut: 20 }),
  tiers: fc.constant([
    { name: 'A', minScore: 50, minFit: 30, minIntent: 10, action: 'route' as const },
    { name: 'B', minScore: 20, minFit: 0, minIntent: 5, action: 'nurture' as const },
    { name: 'C', minScore: 0, minFit: 0, minIntent: 0, action: 'hold' as const },
  ]),
});

const LEAD_IDS = ['l0', 'l1', 'l2'];
const COMPANY_IDS = ['c0', 'c1'];

const lead = fc.record({
  email: fc.constantFrom(
    'jo@acme.example',
    'info@sub.mail.example',
    ' Sales@Bin.Example',
    'a@free.example',
    null,
  ),
  createdAt: instant,
  attributes: fc.record({ x: value, y: value, custom: fc.record({ z: value }) }),
  company: fc.option(fc.record({ id: fc.constantFrom(...COMPANY_IDS), x: value }), {
    nil: undefined,
    freq: 3,
  }),
});

export const leads: fc.Arbitrary<LeadInput[]> = fc
  .array(lead, { minLength: 1, maxLength: LEAD_IDS.length })
  .map((all) => all.map((one, i) => ({ ...one, id: LEAD_IDS[i] ?? '' })));

const event = fc.record({
  leadId: fc.constantFrom(...LEAD_IDS, ...LEAD_IDS, null, 'ghost'),
  companyId: fc.constantFrom(...COMPANY_IDS, null),
  type: fc.constantFrom(...TYPES),
  at: instant,
  properties: fc.record({ p: value, q: fc.record({ r: value }) }),
});

export const events: fc.Arbitrary<EventInput[]> = fc
  .array(event, { maxLength: 14 })
  .map((all) => all.map((one, i) => ({ ...one, id: `e${i}` })));
