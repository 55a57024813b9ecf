import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AS_OF, events, leads, LISTS, rubric } from '@/tests/support/arbitrary-scoring';
import { B2B_SAAS_TEMPLATE } from '@/lib/rubrics/templates/b2b-saas';
import { compileRubric, type CompiledRubric } from './compile-rubric';
import { prepareLead, measureLead } from './evidence';
import { findLift } from './find-lift';
import { putAtPath } from './find-example';
import { listActions, type LiftAction } from './lift-actions';
import { scoreLead } from './score-lead';
import type { EventInput, LeadInput } from './types';

const NOW = Date.UTC(2026, 2, 2, 9);
const DAY = 86_400_000;
const template = compileRubric(B2B_SAAS_TEMPLATE);

const jana: LeadInput = {
  id: 'jana',
  email: 'jana@northwind.example',
  createdAt: NOW - 40 * DAY,
  attributes: { title: 'VP Revenue Operations', country: 'Germany' },
  company: { id: 'nw', employees: 420, industry: 'Industrial software', revenue: 60_000_000 },
};

function event(type: string, daysAgo: number, properties: EventInput['properties'] = {}): EventInput {
  const at = NOW - daysAgo * DAY;
  return { id: `${type}${daysAgo}`, leadId: 'jana', companyId: 'nw', type, at, properties };
}

function liftOf(some: EventInput[], lead: LeadInput = jana) {
  return findLift(template, lead, some, some, NOW);
}

/** Lets actions happen as new facts and events, and scores anew from the beginning. */
function scoreWith(
  compiled: CompiledRubric,
  lead: LeadInput,
  own: readonly EventInput[],
  company: readonly EventInput[],
  actions: readonly LiftAction[],
  asOf: number,
) {
  const added = actions.flatMap((action, place) =>
    action.events.map((one) => ({ ...one, id: `${one.id} of set ${place}` })),
  );
  let then = lead;
  for (const [path, value] of actions.flatMap(({ facts }) => [...facts])) {
    then = path.startsWith('company.')
      ? { ...then, company: { id: '', ...putAtPath(then.company ?? {}, path.slice(8), value) } }
      : { ...then, attributes: putAtPath(then.attributes, path, value) };
  }
  const mine = added.filter(({ leadId }) => leadId === lead.id);
  return scoreLead(compiled, then, [...own, ...mine], [...company, ...added], asOf);
}

describe('findLift', () => {
  it('finds the single things that make an A of a B, the likeliest first', () => {
    const lift = liftOf([event('page_viewed', 1, { path: '/pricing' }), event('webinar_attended', 3)]);
    expect(lift).toMatchObject({ tier: 'B', keeps: false, target: { name: 'A' }, shortfalls: [] });
    expect(lift?.options.length).toBeGreaterThan(0);
    for (const option of lift?.options ?? []) {
      expect(option.actions).toHaveLength(1);
      expect(option).toMatchObject({ reaches: true });
      expect(option.score).toBeGreaterThanOrEqual(70);
      expect(option.until).toBeGreaterThan(NOW);
    }
  });

  it('says how many more are missing within the window', () => {
    const visits = [event('page_viewed', 1, { path: '/pricing' }), event('trial_started', 9)];
    const prepared = prepareLead(template, jana, visits, visits);
    const choices = listActions(template, prepared, measureLead(template, prepared, NOW));
    const pricing = choices.find(([first]) => first?.criterionId === 'pricing-three');
    expect(pricing).toHaveLength(1);
    expect(pricing?.[0]).toMatchObject({ times: 2, completes: true, again: true, by: 'lead' });
    const committee = choices.find(([first]) => first?.criterionId === 'committee');
    expect(committee?.[0]).toMatchObject({ times: 2, completes: true, by: 'colleagues' });
  });

  it('names a minimum that nothing a lead can do reaches', () => {
    const poor: LeadInput = { ...jana, attributes: { title: 'Clerk', country: 'Chile' }, company: null };
    const known = { title: 'Clerk', country: 'Chile' };
    const lift = liftOf([], { ...poor, attributes: known });
    const fit = scoreLead(template, poor, [], [], NOW).fit;
    expect(lift?.options).toEqual([]);
    expect(lift?.shortfalls).toContainEqual({ figure: 'fit', has: fit, needs: lift?.target.minFit });
  });

  it('thinks of a fact only where it is unknown', () => {
    const attributes = { country: 'Germany' };
    const some = [event('demo_requested', 0), event('trial_started', 0)];
    const unknown = prepareLead(template, { ...jana, attributes }, some, some);
    const facts = listActions(template, unknown, measureLead(template, unknown, NOW))
      .flat()
      .filter(({ kind }) => kind === 'fact');
    expect(facts.length).toBeGreaterThan(0);
    expect(facts.flatMap((fact) => [...fact.facts.keys()])).toContain('title');
    const known = prepareLead(template, jana, some, some);
    const others = listActions(template, known, measureLead(template, known, NOW)).flat();
    expect(others.flatMap((fact) => [...fact.facts.keys()])).not.toContain('title');
  });

  it('says what keeps an A, until when, and what loses it at once', () => {
    const some = [
      event('demo_requested', 2),
      event('trial_started', 1),
      event('page_viewed', 1, { path: '/pricing' }),
    ];
    const lift = liftOf(some);
    expect(lift).toMatchObject({ tier: 'A', keeps: true, target: { name: 'A' } });
    const lostAt = lift?.lostAt ?? 0;
    expect(scoreLead(template, jana, some, some, lostAt - 1).tier).toBe('A');
    expect(scoreLead(template, jana, some, some, lostAt).tier).toBe('B');
    for (const { actions, until, score } of lift?.options ?? []) {
      const then = (asOf: number) => scoreWith(template, jana, some, some, actions, asOf);
      expect(then(lostAt).score).toBe(score);
      if (until === null) continue;
      expect(then(until).tier).not.toBe('A');
      if (until > NOW) expect(then(until - 1).tier).toBe('A');
    }
    const untils = lift?.options.map(({ until }) => until) ?? [];
    expect(untils[0]).toBeGreaterThan(lostAt);
    expect(untils.at(-1)).toBe(NOW);
  });

  it('offers nothing to one who is disqualified', () => {
    expect(liftOf([], { ...jana, email: 'a@pipeheat.example' })).toMatchObject({
      disqualified: true,
      options: [],
    });
  });

  it('reaches the tier with what it returns, and returns no set where a single thing would do', () => {
    let reached = 0;
    const world = fc.record({ rubric, leads, events });
    fc.assert(
      fc.property(world, (given) => {
        const compiled = compileRubric(given.rubric, LISTS);
        const tiers = given.rubric.tiers.map(({ name }) => name);
        for (const lead of given.leads) {
          const own = given.events.filter(({ leadId }) => leadId === lead.id);
          const company = lead.company ? given.events : own;
          const lift = findLift(compiled, lead, own, company, AS_OF);
          if (!lift || lift.keeps || lift.disqualified) continue;
          const rankWith = (actions: readonly LiftAction[]) =>
            tiers.indexOf(scoreWith(compiled, lead, own, company, actions, AS_OF).tier);
          const aim = tiers.indexOf(lift.target.name);
          for (const { actions, score } of lift.options) {
            expect(rankWith(actions)).toBeLessThanOrEqual(aim);
            expect(scoreWith(compiled, lead, own, company, actions, AS_OF).score).toBe(score);
            reached += 1;
          }
          const prepared = prepareLead(compiled, lead, own, company);
          const singles = listActions(compiled, prepared, measureLead(compiled, prepared, AS_OF)).flat();
          const smallest = lift.options[0]?.actions.length ?? Infinity;
          const best = singles.some((action) => rankWith([action]) <= aim);
          if (best) expect(smallest).toBe(1);
          else expect(smallest).toBeGreaterThan(1);
          for (const { figure, has, needs } of lift.shortfalls) {
            expect(has).toBeLessThan(needs);
            expect(lift[figure]).toBeLessThanOrEqual(100);
          }
        }
      }),
      { numRuns: 1_000 },
    );
    expect(reached).toBeGreaterThan(100);
  }, 60_000);
});
