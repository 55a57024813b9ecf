import { afterAll, beforeAll, expect, it } from 'vitest';
import { findLiveRubric } from '@/lib/rubrics/data';
import { toDocument } from '@/lib/rubrics/schema';
import { B2B_SAAS_TEMPLATE } from '@/lib/rubrics/templates/b2b-saas';
import { loadFacts, loadStoredScores } from '@/lib/scores/data';
import { rescoreAll } from '@/lib/scores/mutations/rescore-all';
import { rescoreStale } from '@/lib/scores/mutations/rescore-stale';
import { createScorer, readContributions } from '@/lib/scores/score-facts';
import type { Rubric } from '@/lib/scoring/types';
import { getDb, getPool } from '@/lib/server/db';
import { clearDatabase } from '../support/clear-database';
import { fillHouse, fillVisits } from '../support/fill-house';
import { clearJobs, leaveHouse, setLiveRubric } from '../support/score-fixtures';
import { enqueueRescore } from '@/lib/scores/mutations/enqueue-rescore';
import { inTransaction } from '@/lib/server/sql';

const START = new Date('2026-10-01T09:00:00Z').getTime();
const HOUR_MS = 3_600_000;

type Edit = (rubric: Rubric) => void;

function findIntent(rubric: Rubric, id: string) {
  const found = rubric.intent.groups.flatMap(({ criteria }) => criteria).find((one) => one.id === id);
  if (!found) throw new Error(`The template has no criterion ${id}.`);
  return found;
}

/** What ops do to a rubric, one after the other; each edits what the one before left. */
const EDITS: readonly [string, Edit][] = [
  ['points of an event', (rubric) => void (findIntent(rubric, 'pricing-viewed').points = 8)],
  ['points of silence', (rubric) => void (findIntent(rubric, 'inactive-60').points = -20)],
  [
    'another condition on an event',
    (rubric) =>
      void (findIntent(rubric, 'pricing-viewed').where = {
        field: 'path',
        op: 'starts_with',
        value: '/docs',
      }),
  ],
  [
    'another decay',
    (rubric) => {
      const criterion = findIntent(rubric, 'email-clicked');
      if (criterion.kind === 'each') criterion.decay = { kind: 'linear', days: 20 };
    },
  ],
  [
    'another window for the committee',
    (rubric) => {
      const criterion = findIntent(rubric, 'committee');
      if (criterion.kind === 'threshold') criterion.withinDays = 60;
    },
  ],
  ['points of a fit criterion', (rubric) => void (firstFit(rubric).points += 7)],
  [
    'another fit condition',
    (rubric) => void (firstFit(rubric).when = { field: 'title', op: 'contains_word', value: 'vp' }),
  ],
  ['a limit', (rubric) => void (firstIntentGroup(rubric).max = 25)],
  ['the cuts and the tiers', (rubric) => Object.assign(rubric.grid, { fitCut: 30, intentCut: 15 })],
  ['a criterion less', (rubric) => void firstIntentGroup(rubric).criteria.splice(2, 1)],
  [
    'a criterion more',
    (rubric) =>
      firstIntentGroup(rubric).criteria.unshift({
        id: 'opened-lately',
        label: 'Opened lately',
        kind: 'threshold',
        on: 'email_opened',
        count: 'days',
        atLeast: 2,
        withinDays: 45,
        points: 9,
      }),
  ],
  ['criteria in another order', (rubric) => void firstIntentGroup(rubric).criteria.reverse()],
  ['a name', (rubric) => void (findIntent(rubric, 'opened-lately').label = 'Opened twice')],
  [
    'a condition that time turns',
    (rubric) =>
      void (findIntent(rubric, 'careers-page').where = { field: 'seen', op: 'within_days', value: 3 }),
  ],
  ['points while time turns a condition', (rubric) => void (findIntent(rubric, 'pricing-viewed').points = 3)],
];

function firstFit(rubric: Rubric) {
  const criterion = rubric.fit.groups[0]?.criteria[0];
  if (!criterion) throw new Error('The template has no fit criterion.');
  return criterion;
}

function firstIntentGroup(rubric: Rubric) {
  const [group] = rubric.intent.groups;
  if (!group) throw new Error('The template has no intent group.');
  return group;
}

async function publish(document: Rubric): Promise<void> {
  const live = await getDb().rubricVersion.findFirstOrThrow({ where: { live: true } });
  await getDb().rubricVersion.update({ where: { id: live.id }, data: { live: false, state: 'retired' } });
  const place = { rubricId: live.rubricId, number: live.number + 1, state: 'published' as const, live: true };
  await getDb().rubricVersion.create({ data: { ...place, document: toDocument(document) } });
}

/** Every lead's stored score beside the one that follows from its facts. */
async function compareAll(now: number) {
  const rubric = await findLiveRubric();
  if (!rubric) throw new Error('There is no live rubric.');
  const leads = await getDb().lead.findMany({ select: { id: true } });
  const leadIds = leads.map(({ id }) => id);
  const facts = await loadFacts(getPool(), rubric, leadIds);
  const stored = await loadStoredScores(getPool(), leadIds);
  const scorer = createScorer(rubric.compiled, facts);
  return facts.leads.map((lead) => {
    const kept = stored.get(lead.lead.id);
    if (!kept) throw new Error('A lead has no score.');
    const { fit, intent, score, tier, quadrant, disqualifiedBy, nextChangeAt, rubricVersionId } = kept;
    const fresh = scorer.score(lead, now);
    return {
      stored: {
        ...{ fit, intent, score, tier, quadrant, disqualifiedBy, nextChangeAt, rubricVersionId },
        contributions: readContributions(rubric.compiled, kept),
      },
      fresh: {
        ...fresh,
        rubricVersionId: rubric.versionId,
        contributions: scorer.score(lead, kept.scoredAt).contributions,
      },
    };
  });
}

beforeAll(async () => {
  await clearDatabase();
  await clearJobs();
  await setLiveRubric(B2B_SAAS_TEMPLATE);
  await fillHouse(getPool(), { leads: 400, events: 8_000 }, new Date(START));
  await rescoreAll({ clock: () => new Date(START) });
});
afterAll(leaveHouse);

it('is exact after every kind of edit, whatever evidence was kept from before', async () => {
  const rubric = structuredClone(B2B_SAAS_TEMPLATE);
  let now = START;
  for (const [name, edit] of EDITS) {
    edit(rubric);
    await publish(rubric);
    now += 5 * HOUR_MS;
    await rescoreAll({ clock: () => new Date(now) });
    for (const { stored, fresh } of await compareAll(now)) expect(stored, name).toEqual(fresh);

    const [from, to] = [new Date(now), new Date(now + 2 * HOUR_MS)];
    await inTransaction(async (client) => {
      const { leadIds } = await fillVisits(client, 10, from, to);
      await enqueueRescore(client, { leadIds, cause: 'event' });
    });
    now = to.getTime();
    await rescoreStale({ clock: () => to });
    for (const { stored, fresh } of await compareAll(now)) expect(stored, `after ${name}`).toEqual(fresh);
  }
}, 120_000);
