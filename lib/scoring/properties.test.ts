import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AS_OF, events, leads, LISTS, rubric } from '@/tests/support/arbitrary-scoring';
import { interpretScore } from '@/tests/support/interpret-spec';
import { compileRubric } from './compile-rubric';
import { explainScore } from './explain';
import { parseRubric } from './rubric';
import { scoreAll, type LeadScore } from './score-all';
import type { EventInput, LeadInput, Rubric } from './types';

const DAY = 86_400_000;
const RUNS = 2_000;

/** The score without what is only a bound. */
function visible({ fit, intent, score, tier, quadrant, disqualifiedBy }: LeadScore): string {
  return JSON.stringify([fit, intent, score, tier, quadrant, disqualifiedBy]);
}

function scoreAt(world: World, asOf: number): LeadScore[] {
  return scoreAll(world.compiled, world.leads, world.events, asOf);
}

interface World {
  rubric: Rubric;
  compiled: ReturnType<typeof compileRubric>;
  leads: LeadInput[];
  events: EventInput[];
}

type Parts = Omit<World, 'compiled'>;

const parts: fc.Arbitrary<Parts> = fc.record({ rubric, leads, events });

function compile(given: Parts): World {
  return { ...given, compiled: compileRubric(given.rubric, LISTS) };
}

function check(property: (world: World) => void, numRuns = RUNS): void {
  fc.assert(
    fc.property(parts, (given) => property(compile(given))),
    { numRuns },
  );
}

describe('a random rubric, with random leads and events', () => {
  test('is accepted by the format', () => {
    check(({ rubric: one }) => {
      expect(parseRubric(JSON.parse(JSON.stringify(one)))).toMatchObject({ ok: true });
    });
  }, 60_000);

  test('scores as the specification reads', () => {
    check((one) => {
      const scores = scoreAt(one, AS_OF);
      one.leads.forEach((lead, i) => {
        const { contributions: expected, ...rest } = interpretScore(
          { ...one, lists: LISTS, asOf: AS_OF },
          lead,
        );
        const score = scores[i];
        expect(score).toMatchObject(rest);
        expect(score?.contributions.map((row) => row.criterionId)).toEqual(
          expected.map((row) => row.criterionId),
        );
        expected.forEach((row, place) => {
          expect(score?.contributions[place]?.units).toBeCloseTo(row.units, 9);
          expect(score?.contributions[place]?.contribution).toBeCloseTo(row.contribution, 9);
        });
      });
    }, 3 * RUNS);
  }, 60_000);

  test('scores the same in whatever order events come, and counts each once', () => {
    const shuffled = parts.chain((given) =>
      fc.record({
        given: fc.constant(given),
        others: fc.shuffledSubarray([...given.events, ...given.events], {
          minLength: given.events.length * 2,
        }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ given, others }) => {
        const one = compile(given);
        expect(scoreAt({ ...one, events: others }, AS_OF)).toEqual(scoreAt(one, AS_OF));
      }),
      { numRuns: RUNS },
    );
  }, 60_000);

  test("leaves others' scores of their own events alone when a lead is added", () => {
    check((one) => {
      const groups = one.rubric.intent.groups.map((group) => ({
        ...group,
        criteria: group.criteria.map((criterion) => ({ ...criterion, scope: 'lead' as const })),
      }));
      const compiled = compileRubric({ ...one.rubric, intent: { groups } }, LISTS);
      const [first, ...others] = scoreAll(compiled, one.leads, one.events, AS_OF);
      expect(scoreAll(compiled, one.leads.slice(0, 1), one.events, AS_OF)).toEqual([first]);
      expect(scoreAll(compiled, one.leads.slice(1), one.events, AS_OF)).toEqual(others);
    });
  }, 60_000);

  test('explains itself: rows add up to groups, groups to axes, within their limits', () => {
    check((one) => {
      for (const lead of one.leads) {
        const own = one.events.filter((event) => event.leadId === lead.id);
        const explained = explainScore(one.compiled, lead, own, own, AS_OF);
        for (const axis of Object.values(explained.axes)) {
          for (const group of axis.groups) {
            const sum = group.criteria.reduce((total, row) => total + row.points * row.units, 0);
            expect(group.sum).toBeCloseTo(sum, 9);
            expect(group.total).toBeGreaterThanOrEqual(group.min ?? -Infinity);
            expect(group.total).toBeLessThanOrEqual(group.max ?? Infinity);
            expect(group.limitedBy === null).toBe(group.total === group.sum);
            for (const row of group.criteria) {
              const counted = row.events.reduce((total, event) => total + event.weight, 0);
              if (row.decay !== null) expect(row.units).toBeCloseTo(counted, 9);
            }
          }
          const total = axis.groups.reduce((sum, group) => sum + group.total, 0);
          expect(axis.sum).toBeCloseTo(total, 9);
          expect(axis.value).toBe(Math.floor(Math.min(100, Math.max(0, axis.sum)) + 0.5 + 1e-9));
          expect(axis.value).toBeGreaterThanOrEqual(0);
          expect(axis.value).toBeLessThanOrEqual(100);
        }
      }
    });
  }, 60_000);
});

/** Every instant at which something about these events and dates could turn, and its neighbours. */
function listEdges({ rubric: one, leads: all, events: some }: World): number[] {
  const days = [0, ...(JSON.stringify(one).match(/[\d.]+(?=[,}\]])/g) ?? []).map(Number)];
  const dates = JSON.stringify([all, some]).match(/\d{4}-\d\d-\d\dT[\d:.]+Z/g) ?? [];
  const distinct = new Set(
    dates.flatMap((date) => days.map((age) => Math.round(Date.parse(date) + age * DAY))),
  );
  return Array.from(distinct).flatMap((instant) => [instant - 1, instant, instant + 1]);
}

function sampleBetween(from: number, to: number, edges: readonly number[]): number[] {
  const spread = Array.from({ length: 8 }, (_, i) => Math.floor(from + ((to - from) * (i + 1)) / 9));
  const within = edges.filter((instant) => instant > from && instant < to);
  const stride = Math.ceil(within.length / 60);
  const some = within.filter((_, i) => i % stride === 0);
  return [from + 1, to - 1, ...spread, ...some].filter((instant) => instant > from && instant < to);
}

describe('nextChangeAt of a random lead', () => {
  test('comes neither late nor for nothing', () => {
    check((one) => {
      const edges = listEdges(one);
      scoreAt(one, AS_OF).forEach((score, i) => {
        const next = score.nextChangeAt;
        for (const instant of sampleBetween(AS_OF, next ?? AS_OF + 20_000 * DAY, edges)) {
          const then = scoreAt(one, instant)[i];
          expect(then && visible(then)).toBe(visible(score));
        }
        if (next === null) return;
        expect(next).toBeGreaterThan(AS_OF);
        const then = scoreAt(one, next)[i];
        expect(then && visible(then)).not.toBe(visible(score));
      });
    }, 500);
  }, 120_000);

  test('costs at most one rescore for each whole point that moves, over a whole life', () => {
    let rescores = 0;
    let moved = 0;
    check((one) => {
      let [score] = scoreAt(one, AS_OF);
      let steps = 0;
      let points = 0;
      while (score && score.nextChangeAt !== null) {
        const [next]: LeadScore[] = scoreAt({ ...one }, score.nextChangeAt);
        const flipped = next?.disqualifiedBy.length === score.disqualifiedBy.length ? 0 : 1;
        points +=
          Math.abs((next?.fit ?? 0) - score.fit) + Math.abs((next?.intent ?? 0) - score.intent) + flipped;
        steps += 1;
        score = next;
      }
      expect(steps).toBeLessThanOrEqual(points);
      rescores += steps;
      moved += points;
    }, 500);
    expect(rescores / moved).toBeLessThan(1);
  }, 120_000);
});
