import type { PoolClient } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { RESPONSE_SETTING } from '@/lib/response/constants';
import { ROUTING_SETTING } from '@/lib/routing/constants';
import { createFirstRubric } from '@/lib/rubrics/mutations/create-rubric';
import { findLiveRubric, type LiveRubric } from '@/lib/rubrics/data';
import { freezeEngagements } from '@/lib/engagements/mutations';
import { loadFacts } from '@/lib/scores/data';
import { replayScores } from '@/lib/scores/replay-scores';
import { createScorer, type Scorer } from '@/lib/scores/score-facts';
import { CHANGE_COLUMNS, INSERT_CHANGES, SCORE_COLUMNS, INSERT_SCORES } from '@/lib/scores/statements';
import { toColumns } from '@/lib/scores/to-columns';
import { toChangeRow, toScoreRow } from '@/lib/scores/to-rows';
import type { Facts, LeadFacts } from '@/lib/scores/types';
import { FIRST_STEPS_SETTING } from '@/lib/first-steps/constants';
import { getDb, getPool } from '@/lib/server/db';
import { inTransaction } from '@/lib/server/sql';
import { LAST_REVIEW_DAYS, lookBack, REVIEW_NOTE } from './seed-review';
import { generateDemoData } from './seed-data/generate-demo-data';
import { tellWork, type DemoWork } from './seed-data/work';
import type { DemoActivity, DemoAssignment, DemoData } from './seed-data/types';

const DAY_MS = 86_400_000;

/** How far back the history of scores goes. */
const HISTORY_DAYS = 150;

/** Months of which the mix of tiers is counted. */
const CENSUS_MONTHS = 13;

/** At most so many of a lead's latest changes are kept, and all that brought it into another tier. */
const CHANGES_PER_LEAD = 40;

/** Rows that are sent to the database at a time. */
const CHUNK = 5_000;

const DEMO_SETTING = 'demo';

/** Of the leads of the held tier that reps got, one in so many came to them by chance. */
const SAMPLED_ONE_IN = 6;

/** The demo's team is past its first steps: it works with the template as it is. */
const FIRST_STEPS = { template: 'b2b-saas', asItIs: true };

/** Whether nobody and nothing is in the database yet: no person, no company, no lead. */
export async function isDatabaseEmpty(): Promise<boolean> {
  const { rows } = await getPool().query<{ empty: boolean }>(
    `SELECT NOT EXISTS (SELECT FROM "User") AND NOT EXISTS (SELECT FROM "Company")
       AND NOT EXISTS (SELECT FROM "Lead") AS "empty"`,
  );
  return rows[0]?.empty ?? false;
}

/** Whether the demo data were loaded into this database. */
export async function isDemoDatabase(): Promise<boolean> {
  return (await getDb().setting.findUnique({ where: { key: DEMO_SETTING } })) !== null;
}

type Table =
  | 'User'
  | 'AttributeDefinition'
  | 'Company'
  | 'Lead'
  | 'AttributeChange'
  | 'Event'
  | 'Deal'
  | 'Activity'
  | 'Assignment'
  | 'Absence'
  | 'Setting'
  | 'Routing'
  | 'Alert'
  | 'Review'
  | 'ReportReview';

/** Inserts rows whose fields are the table's columns; columns that no row has keep their defaults. */
async function insertRows(client: PoolClient, table: Table, rows: readonly object[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {})
    .map((name) => `"${name}"`)
    .join(', ');
  const insert = `INSERT INTO "${table}" (${columns})
    SELECT ${columns} FROM json_populate_recordset(NULL::"${table}", $1::json)`;
  for (let i = 0; i < rows.length; i += CHUNK) {
    await client.query(insert, [JSON.stringify(rows.slice(i, i + CHUNK))]);
  }
}

async function insertFacts(client: PoolClient, data: DemoData, passwordHash: string): Promise<void> {
  const users = data.users.map((user) => ({ ...user, passwordHash }));
  await insertRows(client, 'User', users);
  await insertRows(client, 'AttributeDefinition', data.attributeDefinitions);
  await insertRows(client, 'Company', data.companies);
  await insertRows(client, 'Lead', data.leads);
  await insertRows(client, 'AttributeChange', data.attributeChanges);
  await insertRows(client, 'Event', data.events);
  await insertRows(client, 'Deal', data.deals);
  await insertRows(client, 'Absence', data.routing.absences);
  const { routing, response } = data.routing;
  await insertRows(client, 'Setting', [
    { key: ROUTING_SETTING, value: routing },
    { key: RESPONSE_SETTING, value: response },
  ]);
  // Otherwise the planner takes the tables for empty.
  await client.query('ANALYZE "Lead", "Company", "Event", "AttributeChange", "Deal"');
}

/** A lead's present score, and its changes since the history begins or since it was created, as rows. */
function scoreThroughTime(
  { versionId }: LiveRubric,
  scorer: Scorer,
  facts: Facts,
  lead: LeadFacts,
  now: number,
) {
  const leadId = lead.lead.id;
  const from = Math.max(Number(lead.lead.createdAt), now - HISTORY_DAYS * DAY_MS);
  const changes = replayScores(scorer, facts, lead, { from, to: now });
  const kept = changes.filter(
    ({ before, after }, index) => index >= changes.length - CHANGES_PER_LEAD || before.tier !== after.tier,
  );
  const rows = kept.map(({ at, cause, before, findMoved, after }) =>
    toChangeRow({ ...after, leadId, asOf: at }, before, versionId, cause, findMoved),
  );
  const first = { ...scorer.score(lead, from), leadId, asOf: from };
  const brought = () => scorer.splitMove(lead, null, first, true);
  rows.unshift(toChangeRow(first, undefined, versionId, 'first', brought));
  const tierSince = changes.findLast(({ before, after }) => before.tier !== after.tier)?.at ?? from;
  const score = toScoreRow(scorer.scoreToStore(lead, now), undefined, versionId);
  return {
    score: { ...score, tierSince: new Date(tierSince).toISOString() },
    changes: rows.filter((row) => row !== null),
  };
}

/** An assignment says in which tier the lead was when it was made; of the held tier, one in so many came by chance. */
function addTiers(assignments: readonly DemoAssignment[], scorer: Scorer, facts: Facts) {
  const leads = new Map(facts.leads.map((lead) => [lead.lead.id, lead]));
  return assignments.flatMap((assignment, index) => {
    const lead = leads.get(assignment.leadId);
    if (!lead) return [];
    const { tier } = scorer.score(lead, assignment.assignedAt.getTime());
    return { ...assignment, tier, sampled: tier === 'C' && index % SAMPLED_ONE_IN === 0 };
  });
}

/** What followed from the scores: who was given what and why, whose clocks run, and what people were told. */
async function insertWork(client: PoolClient, work: DemoWork): Promise<void> {
  await insertRows(client, 'Assignment', work.assignments);
  await insertRows(client, 'Routing', work.routings);
  await insertRows(client, 'Alert', work.alerts);
  await insertRows(client, 'Review', work.reviews);
  await client.query(
    `UPDATE "Lead" l SET "respondBy" = r."respondBy" FROM "Routing" r WHERE r."leadId" = l."id"`,
  );
}

async function insertScores(client: PoolClient, data: DemoData, now: Date): Promise<void> {
  const rubric = await findLiveRubric(client);
  if (!rubric) throw new Error('The demo needs a live rubric.');
  const leadIds = data.leads.map(({ id }) => id);
  const facts = await loadFacts(client, rubric, leadIds, { past: true });
  const scorer = createScorer(rubric.compiled, facts);
  const scored = facts.leads.map((lead) => scoreThroughTime(rubric, scorer, facts, lead, now.getTime()));
  await client.query(
    INSERT_SCORES,
    toColumns(
      SCORE_COLUMNS,
      scored.map(({ score }) => score),
    ),
  );
  const changes = scored.flatMap((one) => one.changes);
  for (let i = 0; i < changes.length; i += CHUNK) {
    await client.query(INSERT_CHANGES, toColumns(CHANGE_COLUMNS, changes.slice(i, i + CHUNK)));
  }
  await freezeEngagements(client, data.engagements);
  const assignments = addTiers(data.assignments, scorer, facts);
  const { tiers } = rubric.compiled.rubric;
  await insertWork(client, tellWork({ data, assignments, scored, tiers, now: now.getTime() }));
  await insertRows(client, 'Activity', placeActivities(data.activities, scorer, facts));
  await insertCensus(client, scorer, facts, now.getTime());
  const { versionId, number, compiled } = rubric;
  const reviewedAt = new Date(now.getTime() - LAST_REVIEW_DAYS * DAY_MS);
  const reviewer = data.users.find(({ role }) => role === 'manager');
  const figures = lookBack(data, scorer, facts, { number, document: compiled.rubric }, reviewedAt);
  await insertRows(client, 'ReportReview', [
    {
      id: uuidv7({ msecs: reviewedAt.getTime() }),
      at: reviewedAt,
      userId: reviewer?.id,
      reviewer: reviewer?.name,
      note: REVIEW_NOTE,
      rubricVersionId: versionId,
      figures,
    },
  ]);
}

/** An activity says which tier and score the lead had at that instant. */
function placeActivities(activities: readonly DemoActivity[], scorer: Scorer, facts: Facts) {
  const leads = new Map(facts.leads.map((lead) => [lead.lead.id, lead]));
  return activities.map((activity) => {
    const lead = leads.get(activity.leadId);
    if (!lead) return { ...activity, tier: null, score: null };
    const { tier, score } = scorer.score(lead, activity.at.getTime());
    return { ...activity, tier, score };
  });
}

/** Counts the leads of months that began before the history of scores does; the worker counts the later ones. */
async function insertCensus(client: PoolClient, scorer: Scorer, facts: Facts, now: number): Promise<void> {
  const present = new Date(now);
  for (let month = 1; month <= CENSUS_MONTHS; month += 1) {
    const at = Date.UTC(present.getUTCFullYear(), present.getUTCMonth() + 1 - month);
    if (at > now - HISTORY_DAYS * DAY_MS) continue;
    const scores = facts.leads
      .filter(({ lead }) => Number(lead.createdAt) <= at)
      .map((lead) => scorer.score(lead, at));
    await client.query(
      `INSERT INTO "LeadCensus" ("at", "tier", "score", "leads")
       SELECT $1, "tier", "score", count(*) FROM unnest($2::text[], $3::smallint[]) counted("tier", "score") GROUP BY 2, 3`,
      [new Date(at), scores.map(({ tier }) => tier), scores.map(({ score }) => score)],
    );
  }
}

export interface SeedOptions {
  /** The demo's present: everything happened before it. */
  now: Date;
  /** Of the password that all demo accounts share. */
  passwordHash: string;
}

/**
 * Loads the demo data into an empty database, with the scores, engagements and history that follow from them: all of it
 * in one transaction, so that a load that was broken off leaves nothing.
 */
export async function seedDemo({ now, passwordHash }: SeedOptions): Promise<void> {
  await createFirstRubric(now);
  const data = generateDemoData({ now });
  const start = data.leads.reduce((first, { createdAt }) => (createdAt < first ? createdAt : first), now);
  await inTransaction(async (client) => {
    await client.query(
      'UPDATE "RubricVersion" SET "createdAt" = $1, "publishedAt" = $1 WHERE "live" AND "number" = 1',
      [start],
    );
    await insertFacts(client, data, passwordHash);
    await insertScores(client, data, now);
    await client.query(
      'INSERT INTO "Setting" ("key", "value") VALUES ($1, jsonb_build_object($2::text, $3::text))',
      [DEMO_SETTING, 'loadedAt', now.toISOString()],
    );
    await client.query('INSERT INTO "Setting" ("key", "value") VALUES ($1, $2)', [
      FIRST_STEPS_SETTING,
      FIRST_STEPS,
    ]);
  });
}
