import { describe, expect, it } from 'vitest';
import type { Lift, LiftOption } from '@/lib/scoring/find-lift';
import type { LiftAction } from '@/lib/scoring/lift-actions';
import { toLiftView } from './lift-view';

const NOW = 1_000;

function action(part: Partial<LiftAction>): LiftAction {
  return {
    criterionId: 'demo',
    label: 'Requested a demo',
    kind: 'event',
    by: 'lead',
    times: 1,
    completes: false,
    again: false,
    events: [],
    facts: new Map(),
    effort: 1,
    ...part,
  };
}

function option(part: Partial<LiftOption>): LiftOption {
  return { actions: [action({})], fit: 60, intent: 80, score: 70, reaches: true, until: 5_000, ...part };
}

const LIFT: Lift = {
  tier: 'B',
  target: { name: 'A', minScore: 70, minFit: 50, minIntent: 40, action: 'route' },
  keeps: false,
  lostAt: null,
  fit: 60,
  intent: 20,
  score: 40,
  disqualified: false,
  options: [],
  shortfalls: [],
};

describe('toLiftView', () => {
  it('says what the tier asks for, and what would have to happen', () => {
    const view = toLiftView(
      {
        ...LIFT,
        options: [
          option({ actions: [action({ again: true, times: 2 })] }),
          option({
            actions: [
              action({ label: 'Pricing page, 3 visits in a week', times: 2, completes: true }),
              action({ label: '3 people active', by: 'colleagues', times: 2, completes: true }),
            ],
          }),
          option({ actions: [action({ label: 'VP or head', kind: 'fact', by: 'us' })] }),
          option({ actions: [action({ label: 'Nothing heard for 60 days', kind: 'heard' })] }),
        ],
      },
      NOW,
    );
    expect(view).toMatchObject({ aim: 'an A', note: null, scoredAt: null });
    expect(view.figures[1]).toEqual({ name: 'Fit', has: 60, needs: 50 });
    expect(view.lines.map(({ words }) => words)).toEqual([
      ['Requested a demo again, 2 times'],
      ['Pricing page, 3 visits in a week: 2 more', '3 people active: 2 more people'],
      ['We learned: VP or head'],
      ['Heard from again, no longer: nothing heard for 60 days'],
    ]);
  });

  it('tells what lasts from what does not, for a lead that is to stay', () => {
    const options = [
      option({}),
      option({ reaches: false, until: 3_000 }),
      option({ reaches: false, until: NOW }),
    ];
    const view = toLiftView({ ...LIFT, keeps: true, lostAt: 4_000, options }, NOW);
    expect(view.lines.map(({ verdict }) => verdict)).toEqual(['enough', 'not enough', 'lost at once']);
    expect(view.scoredAt).toBe(4_000);
  });

  it.each<[Partial<Lift>, RegExp]>([
    [{ disqualified: true }, /disqualified/],
    [{ keeps: true }, /leaves it an A/],
    [{}, /more than three/],
    [
      { shortfalls: [{ figure: 'fit', has: 22, needs: 50 }] },
      /^Nothing a lead can do lifts it: fit 22, needs 50\.$/,
    ],
  ])('says why nothing would do: %o', (part, words) => {
    expect(toLiftView({ ...LIFT, ...part }, NOW).note).toMatch(words);
  });
});
