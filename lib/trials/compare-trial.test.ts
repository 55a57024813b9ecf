import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdit } from '@/lib/rubrics/edit-rubric';
import { listCriteria } from '@/lib/rubrics/list-criteria';
import { B2B_SAAS_TEMPLATE } from '@/lib/rubrics/templates/b2b-saas';
import { compileRubric } from '@/lib/scoring/compile-rubric';
import { explainScore } from '@/lib/scoring/explain';
import type { Rubric } from '@/lib/scoring/types';
import { listAskedEvents, listAskedFields } from './asked-fields';
import { buildTypedLead } from './build-typed-lead';
import { compareTrial, type Explained } from './compare-trial';
import type { TypedLead } from './schema';
import type { Trial } from './types';

const AS_OF = Date.UTC(2026, 5, 1);

const JANA: TypedLead = {
  email: 'jana@kessel.example',
  knownDays: 100,
  values: {
    title: 'VP Sales',
    decisionMaker: 'true',
    'company.employees': '1,200',
    'company.technologies': 'Slack, HubSpot',
    'company.industry': 'Software',
  },
  events: [
    { type: 'demo_requested', daysAgo: 14, properties: {}, ofCompany: false },
    { type: 'page_viewed', daysAgo: 1, properties: { path: '/pricing' }, ofCompany: false },
    { type: 'funding_raised', daysAgo: 9, properties: {}, ofCompany: true },
  ],
};

function explain(rubric: Rubric, typed: TypedLead): Explained {
  const compiled = compileRubric(rubric);
  const { lead, events } = buildTypedLead(typed, listAskedFields([rubric]), AS_OF);
  const own = events.filter(({ leadId }) => leadId !== null);
  return { compiled, explanation: explainScore(compiled, lead, own, events, AS_OF) };
}

function compare(live: Rubric, draft: Rubric, typed = JANA): Trial {
  return compareTrial(explain(live, typed), explain(draft, typed), null);
}

const find = (trial: Trial, id: string) =>
  trial.axes.flatMap(({ groups }) => groups.flatMap(({ rows }) => rows)).find((row) => row.id === id);

describe('one lead by two rubrics', () => {
  it('is typed by hand: numbers, lists, yes and no, events with their properties, signals of the company', () => {
    const trial = compare(B2B_SAAS_TEMPLATE, B2B_SAAS_TEMPLATE);
    expect(find(trial, 'employees-near')).toMatchObject({ live: 18, draft: 18 });
    expect(find(trial, 'technology-crm')).toMatchObject({ draft: 10 });
    expect(find(trial, 'decision-maker')).toMatchObject({ draft: 10 });
    expect(find(trial, 'demo-requested')).toMatchObject({ draft: 20 });
    expect(find(trial, 'pricing-viewed')?.draft).toBeCloseTo(5 * 2 ** (-1 / 7));
    expect(find(trial, 'funding')).toMatchObject({ draft: 13.5 });
    expect(trial.live).toEqual(trial.draft);
  });

  it('says what is new, what is removed, and what counts otherwise', () => {
    const draft = structuredClone(
      applyEdit(B2B_SAAS_TEMPLATE, { kind: 'points', criterionId: 'funding', points: 30 }),
    );
    const buying = draft.intent.groups.find(({ id }) => id === 'buying');
    if (!buying) throw new Error('The template has a group “buying”.');
    buying.criteria = buying.criteria.filter(({ id }) => id !== 'demo-requested');
    buying.criteria.push({
      id: 'any',
      label: 'Anything',
      kind: 'threshold',
      on: 'page_viewed',
      count: 'events',
      atLeast: 1,
      withinDays: 5,
      points: 3,
    });
    const trial = compare(B2B_SAAS_TEMPLATE, draft);
    expect(find(trial, 'funding')).toMatchObject({ live: 13.5, draft: 27 });
    expect(find(trial, 'demo-requested')).toMatchObject({ live: 20, draft: null });
    expect(find(trial, 'any')).toMatchObject({ live: null, draft: 3 });
  });

  it('adds up on both sides, limits included', () => {
    const criteria = listCriteria(B2B_SAAS_TEMPLATE);
    const live = explain(B2B_SAAS_TEMPLATE, JANA);
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ place: fc.nat(criteria.length - 1), points: fc.integer({ min: -90, max: 90 }) }),
          {
            maxLength: 6,
          },
        ),
        (edits) => {
          const draft = edits.reduce<Rubric>(
            (rubric, { place, points }) =>
              applyEdit(rubric, { kind: 'points', criterionId: criteria[place]?.id ?? '', points }),
            B2B_SAAS_TEMPLATE,
          );
          const trial = compareTrial(live, explain(draft, JANA), null);
          for (const side of ['live', 'draft'] as const) {
            for (const { axis, groups } of trial.axes) {
              const totals = groups.map((group) => {
                const sum = group.rows.reduce((total, row) => total + (row[side] ?? 0), 0);
                expect(sum + group[`${side}Limit`]).toBeCloseTo(group[side] ?? 0, 6);
                return group[side] ?? 0;
              });
              const sum = totals.reduce((total, one) => total + one, 0);
              expect(Math.abs(Math.min(100, Math.max(0, sum)) - trial[side][axis])).toBeLessThanOrEqual(
                0.5 + 1e-6,
              );
            }
          }
        },
      ),
      { numRuns: 15 },
    );
  });

  it('names who is disqualified, by which rubric', () => {
    const out = { ...JANA, email: 'x@mailinator.com' };
    const trial = compare({ ...B2B_SAAS_TEMPLATE, disqualifiers: [] }, B2B_SAAS_TEMPLATE, out);
    expect(trial.live.disqualifiers).toEqual([]);
    expect(trial.draft).toMatchObject({ tier: 'C', disqualifiers: ['Throw-away e-mail address'] });
  });
});

describe('what is asked of a typed lead', () => {
  it('are the fields of the rubrics with their types, but for those of the address', () => {
    const fields = listAskedFields([B2B_SAAS_TEMPLATE]);
    expect(fields).toContainEqual({ path: 'company.employees', type: 'number' });
    expect(fields).toContainEqual({ path: 'company.technologies', type: 'list' });
    expect(fields).toContainEqual({ path: 'decisionMaker', type: 'boolean' });
    expect(fields.filter(({ path }) => path.startsWith('email'))).toEqual([]);
  });

  it('are the events that count, with the properties that matter', () => {
    const events = listAskedEvents([B2B_SAAS_TEMPLATE]);
    expect(events).toContainEqual({ type: 'page_viewed', properties: ['path'] });
    expect(events).toContainEqual({ type: 'demo_requested', properties: [] });
  });
});
