import { describe, expect, it } from 'vitest';
import { planSteps } from './plan-steps';
import type { Match, Progress, StepKey } from './types';

const FRESH: Progress = {
  kept: {},
  hasLeads: false,
  hasEvents: false,
  importing: false,
  reps: 0,
  invited: false,
  published: false,
  hasDraft: false,
};

const NOTHING: Match = { leads: 0, unknownEvents: [], emptyFields: [], tiers: [] };

function find(key: StepKey, progress: Partial<Progress>, match: Partial<Match> = {}) {
  const steps = planSteps({ ...FRESH, ...progress }, { ...NOTHING, ...match });
  const step = steps.find((one) => one.key === key);
  if (!step) throw new Error(`There is no step ${key}.`);
  return step;
}

describe('the first steps', () => {
  it('of a fresh installation are open but for the account', () => {
    const states = planSteps(FRESH, NOTHING).map(({ key, state }) => `${key} ${state}`);
    expect(states).toEqual([
      'account done',
      'data open',
      'template open',
      'match optional',
      'tiers optional',
      'publish open',
      'reps open',
    ]);
  });

  it('say that leads without events have no intent', () => {
    expect(find('data', { hasLeads: true }, { leads: 12 })).toMatchObject({
      state: 'done',
      words: '12 leads are here, without events: intent stays 0 until some come.',
    });
  });

  it.each<[string, Partial<Progress>, 'done' | 'open', 'done' | 'open']>([
    [
      'a template that is live already needs no publishing',
      { kept: { template: 'b2b-saas', asItIs: true } },
      'done',
      'done',
    ],
    [
      'a template in the draft waits to be published',
      { kept: { template: 'agency', asItIs: false }, hasDraft: true },
      'done',
      'open',
    ],
    ['a version of their own needs no template', { published: true }, 'done', 'done'],
    ['nothing chosen', {}, 'open', 'open'],
  ])('%s', (_, progress, template, publish) => {
    expect(find('template', progress).state).toBe(template);
    expect(find('publish', progress).state).toBe(publish);
  });

  it('name what does not match, a few at a time', () => {
    const unknownEvents = ['a', 'b', 'c', 'd', 'e', 'f'];
    const step = find('match', { hasLeads: true }, { unknownEvents, emptyFields: ['Technologies'] });
    expect(step).toMatchObject({
      state: 'optional',
      words:
        'Events that count for nothing yet: a, b, c, d and 2 more. The rubric asks for what no new lead has: Technologies.',
    });
    expect(find('match', { hasLeads: true }).state).toBe('done');
  });

  it.each([
    [[5, 20, 75], 'done'],
    [[0, 20, 80], 'optional'],
    [[60, 20, 20], 'optional'],
    [[0, 0, 0], 'optional'],
  ])('tiers of %j leads are %s', (leads, state) => {
    const tiers = leads.map((number, place) => ({ name: 'ABC'.charAt(place), leads: number }));
    expect(find('tiers', { hasLeads: true }, { tiers }).state).toBe(state);
  });
});
