import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { judgeAnswers, sumTopQuarter } from '@/lib/reports/build-use';
import { QUALIFIED_STEPS } from '@/lib/reports/constants';
import type { Counting } from '@/lib/reports/counting';
import { countFunnel } from '@/lib/reports/data/cohort';
import { countCriteria } from '@/lib/reports/data/criteria';
import { countReport } from '@/lib/reports/data/deals';
import { countEngaged, countFired, listCensus } from '@/lib/reports/data/drift';
import { listLeadsBehind, streamLeadsBehind } from '@/lib/reports/data/leads-behind';
import { openDrift } from '@/lib/reports/data/open-drift';
import { openLeadsBehind } from '@/lib/reports/data/open-report';
import { openUse } from '@/lib/reports/data/open-use';
import { countQualification } from '@/lib/reports/data/qualification';
import { countAnswerEffect, countAnswersByRep, countAnswersByTier } from '@/lib/reports/data/response';
import { countWins, sumSelling } from '@/lib/reports/data/selling';
import { keepSegments } from '@/lib/reports/mutations/keep-segments';
import { placeActivities } from '@/lib/reports/mutations/place-activities';
import { restateEngagements } from '@/lib/reports/mutations/restate-engagements';
import { takeCensus } from '@/lib/reports/mutations/take-census';
import { readPeriod } from '@/lib/reports/period';
import { leadsBehindSchema } from '@/lib/reports/schema';
import { getDb, getPool } from '@/lib/server/db';
import { querySql } from '@/lib/server/sql';
import { clearDatabase } from '../support/clear-database';
import { addLeads, daysBefore, leaveHouse, setLiveRubric, SMALL_RUBRIC } from '../support/score-fixtures';
import { addWorker } from '../support/work-fixtures';

const NOW = new Date('2026-11-02T09:00:00Z');
const HOUR_MS = 3_600_000;
const PERIOD = readPeriod({ from: '2026-01', to: '2026-11' }, { first: null, enough: null }, NOW);
const COUNTING = { maturityDays: 90, versionId: null };
const TIERS = ['A', 'B', 'C'] as const;
const LEADS = 240;

/** The same draws on every run. */
function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const random = makeRandom(7);
const pick = <T>(values: readonly T[]): T => {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new Error('Nothing to pick from');
  return value;
};

let versionId = '';
let leadIds: string[] = [];
let reps: { id: string; name: string }[] = [];

/** Between 300 days before now and now. */
const someDay = () => daysBefore(NOW, random() * 300);

function drawScore(tier: string): number {
  return tier === 'A'
    ? 70 + Math.floor(random() * 31)
    : tier === 'B'
      ? 40 + Math.floor(random() * 30)
      : Math.floor(random() * 40);
}

/** A history of tiers for each lead, three changes long, each row telling what was before. */
function drawHistories() {
  return leadIds.flatMap((leadId) => {
    const instants = [someDay(), someDay(), someDay()].sort((a, b) => a.getTime() - b.getTime());
    let before: { tier: string; score: number } | null = null;
    return instants.map((at) => {
      const tier = pick(TIERS);
      const score = drawScore(tier);
      const row = {
        id: uuidv7(),
        leadId,
        rubricVersionId: versionId,
        at,
        cause: before === null ? ('first' as const) : ('event' as const),
        ...{ fit: score, intent: score, score, tier },
        quadrant: 'nurture' as const,
        quadrantBefore: before === null ? null : ('nurture' as const),
        scoreBefore: before?.score ?? null,
        tierBefore: before?.tier ?? null,
        contributions: [],
        moved: [],
      };
      before = { tier, score };
      return row;
    });
  });
}

function drawAssignments() {
  return leadIds.map((leadId, index) => {
    const assignedAt = someDay();
    const respondBy = index % 9 === 0 ? null : new Date(assignedAt.getTime() + 4 * HOUR_MS);
    const answeredIn = random() < 0.8 ? random() * 9 * HOUR_MS : null;
    return {
      leadId,
      userId: pick(reps).id,
      reason: 'round robin',
      tier: pick(TIERS),
      assignedAt,
      respondBy,
      clockFrom: assignedAt,
      firstTouchAt: answeredIn === null ? null : new Date(assignedAt.getTime() + answeredIn),
      workingMs: answeredIn === null ? null : Math.round(answeredIn),
      sampled: index % 12 === 0,
      endedAt: index % 7 === 0 ? new Date(assignedAt.getTime() + 2 * HOUR_MS) : null,
    };
  });
}

function drawEngagements() {
  return leadIds.slice(0, 200).map((leadId) => {
    const tier = pick(TIERS);
    const score = drawScore(tier);
    return {
      leadId,
      at: someDay(),
      basis: 'touch' as const,
      rubricVersionId: versionId,
      ...{ fit: score, intent: score, score, tier },
      quadrant: 'nurture' as const,
      contributions: [],
    };
  });
}

beforeAll(async () => {
  await clearDatabase();
  versionId = await setLiveRubric(SMALL_RUBRIC);
  leadIds = await addLeads(
    Array.from({ length: LEADS }, (_, index) => ({ title: index % 3 ? 'Clerk' : 'Head of IT' })),
  );
  reps = await Promise.all(['Rita', 'Ravi', 'Rosa'].map((name) => addWorker(name)));
  const db = getDb();
  await db.scoreChange.createMany({ data: drawHistories() });
  await db.assignment.createMany({ data: drawAssignments() });
  const engagements = drawEngagements();
  await db.engagement.createMany({ data: engagements });
  await db.deal.createMany({
    data: engagements.slice(0, 150).map(({ leadId, at, tier, score, rubricVersionId }) => ({
      name: 'Deal',
      leadId,
      outcome: pick(['won', 'lost', 'lost', 'open'] as const),
      createdAt: at,
      closedAt: new Date(at.getTime() + 40 * 24 * HOUR_MS),
      engagedAt: at,
      engagementBasis: 'touch' as const,
      ...{ tier, score, rubricVersionId },
    })),
  });
  await db.erasedEngagement.createMany({
    data: engagements
      .slice(0, 20)
      .map(({ leadId, ...one }) => ({ ...one, state: leadId > '' ? ('lost' as const) : ('new' as const) })),
  });
  await db.activity.createMany({
    data: Array.from({ length: 900 }, () => ({
      leadId: pick(leadIds),
      userId: pick([...reps.map(({ id }) => id), null]),
      type: pick(['call', 'email', 'meeting', 'note'] as const),
      at: someDay(),
    })),
  });
});
afterAll(leaveHouse);

/** Plain SQL over the same data, row by row as text. */
function ask(sql: string): Promise<Record<string, unknown>[]> {
  return querySql<Record<string, unknown>>(getPool(), sql);
}

const IN_PERIOD = `>= '2026-01-01T00:00:00Z'`;
const CUTOFF = `timestamptz '2026-11-02T09:00:00Z' - interval '90 days'`;
const NOW_SQL = `timestamptz '2026-11-02T09:00:00Z'`;

describe('response times', () => {
  it('count in time, late, missed and waiting as plain SQL does, by tier and by rep', async () => {
    const expected = await ask(`
      SELECT "tier",
        count(CASE WHEN "firstTouchAt" <= "respondBy" THEN 1 END)::int AS "inTime",
        count(CASE WHEN "firstTouchAt" > "respondBy" THEN 1 END)::int AS "late",
        count(CASE WHEN "firstTouchAt" IS NULL AND "respondBy" < ${NOW_SQL}
          AND ("endedAt" IS NULL OR "endedAt" > "respondBy") THEN 1 END)::int AS "missed",
        percentile_cont(0.5) WITHIN GROUP (ORDER BY "workingMs") / 3600000.0 AS "median"
      FROM "Assignment" WHERE "respondBy" IS NOT NULL AND "assignedAt" ${IN_PERIOD} GROUP BY 1 ORDER BY 1`);
    const rows = await countAnswersByTier(PERIOD, NOW);
    expect(rows.map(({ tier, inTime, late, missed }) => ({ tier, inTime, late, missed }))).toEqual(
      expected.map(({ tier, inTime, late, missed }) => ({ tier, inTime, late, missed })),
    );
    expect(rows.every(({ inTime, late, missed }) => inTime > 0 && late > 0 && missed > 0)).toBe(true);
    for (const [index, row] of rows.entries()) {
      expect(row.hours?.[2]).toBeCloseTo(z.number().parse(expected[index]?.median), 9);
      expect(judgeAnswers(row).judged).toBe(row.inTime + row.late + row.missed);
    }
    const byRep = await countAnswersByRep(PERIOD, NOW, 'A');
    expect(byRep.map(({ rep }) => rep)).toEqual(['Ravi', 'Rita', 'Rosa']);
    expect(byRep.reduce((sum, { inTime }) => sum + inTime, 0)).toBe(rows[0]?.inTime);
  });

  it('are set against close rates as plain SQL does', async () => {
    const expected = await ask(`
      SELECT d."tier", coalesce(a."firstTouchAt" <= a."respondBy", false) AS "inTime",
        count(CASE WHEN d."outcome" = 'won' THEN 1 END)::int AS "won", count(CASE WHEN d."outcome" = 'lost' THEN 1 END)::int AS "lost"
      FROM "Assignment" a JOIN "Deal" d ON d."leadId" = a."leadId"
      WHERE a."respondBy" < ${NOW_SQL} AND a."assignedAt" ${IN_PERIOD} AND d."outcome" <> 'open' AND d."engagedAt" ${IN_PERIOD}
        AND d."engagedAt" < ${CUTOFF} AND (a."firstTouchAt" IS NOT NULL OR a."endedAt" IS NULL OR a."endedAt" > a."respondBy")
      GROUP BY 1, 2 ORDER BY 1, 2`);
    expect(expected.length).toBeGreaterThan(3);
    expect(await countAnswerEffect(PERIOD, NOW, COUNTING)).toEqual(expected);
  });
});

describe('selling time', () => {
  it('is placed in the tier of that instant, once, and added up as plain SQL does', async () => {
    expect(await placeActivities()).toBeGreaterThan(500);
    expect(await placeActivities()).toBe(0);
    const expected = await ask(`
      SELECT (SELECT u."name" FROM "User" u WHERE u."id" = a."userId") AS "rep", coalesce(
          (SELECT h."tier" FROM "ScoreChange" h WHERE h."leadId" = a."leadId" AND h."at" <= a."at" ORDER BY h."at" DESC LIMIT 1),
          (SELECT coalesce(h."tierBefore", h."tier") FROM "ScoreChange" h WHERE h."leadId" = a."leadId" ORDER BY h."at" LIMIT 1)) AS "tier",
        sum(CASE a."type" WHEN 'call' THEN 15 WHEN 'email' THEN 5 ELSE 45 END)::int AS "minutes"
      FROM "Activity" a WHERE a."type" <> 'note' AND a."at" ${IN_PERIOD} GROUP BY 1, 2 ORDER BY 1, 2`);
    const rows = await sumSelling(PERIOD);
    expect(rows.map(({ rep, tier, minutes }) => ({ rep, tier, minutes }))).toEqual(expected);
  });

  it('is set against the best quarter of all leads of each month', async () => {
    expect(await takeCensus(NOW)).toBeGreaterThan(8);
    expect(await takeCensus(NOW)).toBe(0);
    const cuts = await ask(`
      SELECT "at", "score" AS cut, share FROM (
        SELECT "at", "score", share, row_number() OVER (PARTITION BY "at" ORDER BY "score") AS n FROM (
          SELECT c."at", c."score", (SELECT sum(o."leads") FROM "LeadCensus" o WHERE o."at" = c."at" AND o."score" >= c."score")::float8
            / (SELECT sum(o."leads") FROM "LeadCensus" o WHERE o."at" = c."at") AS share
          FROM "LeadCensus" c GROUP BY 1, 2) shares WHERE share <= 0.25) lowest WHERE n = 1 ORDER BY "at"`);
    const activities = await ask(`
      SELECT "at", "score", CASE "type" WHEN 'call' THEN 15 WHEN 'email' THEN 5 ELSE 45 END AS minutes
      FROM "Activity" WHERE "type" <> 'note' AND "at" ${IN_PERIOD} AND "score" IS NOT NULL`);
    const at = (row: Record<string, unknown> | undefined) => z.date().parse(row?.at).getTime();
    const cutOf = (instant: number) => cuts.findLast((cut) => at(cut) <= instant) ?? cuts[0];
    const minutesOf = (row: Record<string, unknown>) => z.number().parse(row.minutes);
    const top = activities.filter((row) => Number(row.score) >= Number(cutOf(at(row))?.cut));
    const measured = sumTopQuarter(await sumSelling(PERIOD));
    expect(measured.minutes).toBe(activities.reduce((sum, row) => sum + minutesOf(row), 0));
    expect(measured.topMinutes).toBe(top.reduce((sum, row) => sum + minutesOf(row), 0));
    expect(measured.topMinutes).toBeGreaterThan(0);
    expect(measured.leadShare).toBeCloseTo(
      activities.reduce((sum, row) => sum + minutesOf(row) * Number(cutOf(at(row))?.share), 0) /
        measured.minutes,
      9,
    );
  });
});

describe('the census', () => {
  it('holds what each lead had when a month began, as plain SQL finds it', async () => {
    const expected = await ask(`
      SELECT m AS "at", s."tier", count(*)::int AS "leads"
      FROM generate_series(timestamptz '2026-02-01T00:00:00Z', ${NOW_SQL}, interval '1 month') m, "Lead" l,
        LATERAL (SELECT h."tier" FROM "ScoreChange" h WHERE h."leadId" = l."id" AND h."at" <= m ORDER BY h."at" DESC LIMIT 1) s
      GROUP BY 1, 2 ORDER BY 1, 2`);
    const census = await listCensus({ start: new Date('2026-02-01T00:00:00Z'), end: NOW }, NOW, TIERS);
    expect(census).toEqual(expected);
  });
});

describe('qualified leads', () => {
  it('are followed to the end as plain SQL does', async () => {
    const expected = await ask(`
      WITH m AS (SELECT "leadId", min("at") AS at FROM "ScoreChange"
        WHERE "tier" IN ('A', 'B') AND ("tierBefore" IS NULL OR "tierBefore" = 'C') AND "at" ${IN_PERIOD} GROUP BY 1)
      SELECT at < ${CUTOFF} AS "mature", count(*)::int AS "marketing",
        count(CASE WHEN EXISTS (SELECT FROM "ScoreChange" h WHERE h."leadId" = m."leadId" AND h."at" >= m.at AND h."tier" = 'A'
          AND h."tierBefore" IS DISTINCT FROM 'A') THEN 1 END)::int AS "sales",
        count(CASE WHEN EXISTS (SELECT FROM "Engagement" e WHERE e."leadId" = m."leadId" AND e."at" >= m.at) THEN 1 END)::int AS "engaged",
        count(CASE WHEN EXISTS (SELECT FROM "Deal" d WHERE d."leadId" = m."leadId" AND d."engagedAt" >= m.at) THEN 1 END)::int AS "dealt",
        count(CASE WHEN EXISTS (SELECT FROM "Deal" d WHERE d."leadId" = m."leadId" AND d."engagedAt" >= m.at AND d."outcome" = 'won')
          THEN 1 END)::int AS "won"
      FROM m GROUP BY 1 ORDER BY 1 DESC`);
    expect(expected).toHaveLength(2);
    expect(await countQualification(PERIOD, NOW, COUNTING, TIERS)).toEqual(expected);
  });
});

describe('engaged leads', () => {
  it('are counted with the erased ones, and drift by their scores of then', async () => {
    const [all] = await ask(`
      SELECT (SELECT count(*) FROM "Engagement" WHERE "at" ${IN_PERIOD} AND "at" < ${CUTOFF})::int
        + (SELECT count(*) FROM "ErasedEngagement" WHERE "at" ${IN_PERIOD} AND "at" < ${CUTOFF})::int AS "before"`);
    const rows = await countEngaged(PERIOD, NOW, COUNTING);
    const sum = (before: boolean) => rows.reduce((n, row) => n + (row.before === before ? row.count : 0), 0);
    expect(sum(true)).toBe(all?.before);
    expect(sum(false)).toBeGreaterThan(20);
    const funnel = await countFunnel(PERIOD, NOW, COUNTING);
    expect(funnel.reduce((n, { engaged }) => n + engaged, 0)).toBe(all?.before);
  });

  it('are scored anew by the present rubric, for the funnel and criterion by criterion', async () => {
    expect(await restateEngagements({ now: NOW })).toBe(200);
    const byNow = { maturityDays: 90, versionId };
    const [heads] = await ask(`
      SELECT count(CASE WHEN e."at" < ${CUTOFF} THEN 1 END)::int AS "before", count(CASE WHEN e."at" >= ${CUTOFF} THEN 1 END)::int AS "after"
      FROM "Engagement" e JOIN "Lead" l ON l."id" = e."leadId" WHERE l."attributes"->>'title' = 'Head of IT' AND e."at" ${IN_PERIOD}`);
    const fired = await countFired(PERIOD, NOW, byNow);
    expect(fired.find(({ place }) => place === 0)).toEqual({ place: 0, ...heads });
    const funnel = await countFunnel(PERIOD, NOW, byNow);
    expect(funnel.reduce((n, { engaged }) => n + engaged, 0)).toBe(fired[0]?.before);
  });

  it('stand on the screens with the same figures', async () => {
    const use = await openUse({ by: 'then', from: '2026-01', to: '2026-11' }, NOW);
    expect(use.response.byTier.map(({ tier }) => tier)).toEqual(['A', 'B', 'C']);
    expect(use.selling.byTier.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
    const moved = await openDrift({ by: 'then', from: '2026-01', to: '2026-11' }, NOW);
    expect(moved.criteria.map(({ id }) => id).sort()).toEqual(['big', 'committee', 'demo', 'head', 'page']);
    expect(moved.drift.find(({ id }) => id === 'tier')?.bins).toHaveLength(3);
  });
});

describe('the leads behind a figure', () => {
  const open = async (address: Record<string, string>) => {
    const search = leadsBehindSchema.parse({ from: '2026-01', to: '2026-11', ...address });
    return (await openLeadsBehind(search, NOW)).query;
  };
  const count = async (address: Record<string, string>) => (await listLeadsBehind(await open(address))).total;

  it('are as many as it says that were engaged, by tier, score and age', async () => {
    const rows = await countEngaged(PERIOD, NOW, COUNTING);
    const sum = (take: (row: (typeof rows)[number]) => boolean) =>
      rows.filter(take).reduce((n, row) => n + row.count, 0);
    expect(await count({ of: 'engaged', cohort: 'mature' })).toBe(sum(({ before }) => before));
    expect(await count({ of: 'engaged', cohort: 'young', tier: 'A,B' })).toBe(
      sum(({ before, tier }) => !before && tier !== 'C'),
    );
    expect(await count({ of: 'engaged', score: '50-59' })).toBe(
      sum(({ score }) => score >= 50 && score <= 59),
    );
  });

  it('are as many as had a criterion', async () => {
    const fired = await countFired(PERIOD, NOW, { ...COUNTING, versionId });
    const heads = fired.find(({ place }) => place === 0);
    expect(await count({ of: 'engaged', by: 'now', criterion: 'head', cohort: 'mature' })).toBe(
      heads?.before,
    );
    expect(await count({ of: 'engaged', by: 'now', missing: 'head', cohort: 'young' })).toBe(
      (fired[0]?.after ?? 0) - (heads?.after ?? 0),
    );
  });

  it('are those that selling time went to, with the time that each got', async () => {
    const [rep] = reps;
    const [expected] = await ask(`
      SELECT count(DISTINCT "leadId")::int AS leads,
        count(DISTINCT "leadId") FILTER (WHERE "tier" = 'A' AND "userId" = '${rep?.id ?? ''}')::int AS hot
      FROM "Activity" WHERE "type" <> 'note' AND "at" ${IN_PERIOD}`);
    expect(await count({ of: 'worked' })).toBe(expected?.leads);
    expect(await count({ of: 'worked', tier: 'A', rep: rep?.id ?? '' })).toBe(expected?.hot);
    const selling = await sumSelling(PERIOD);
    const spentOn = async (address: Record<string, string>) => {
      let minutes = 0;
      for await (const lead of streamLeadsBehind(await open({ of: 'worked', ...address })))
        minutes += lead.minutes ?? 0;
      return minutes;
    };
    const ofTier = selling.filter(({ tier }) => tier === 'B').reduce((sum, row) => sum + row.minutes, 0);
    expect(await spentOn({ tier: 'B' })).toBe(ofTier);
    expect(await spentOn({ best: 'yes' })).toBe(sumTopQuarter(selling).topMinutes);
  });

  it('are as many as came each step from qualified to won, page by page', async () => {
    const [mature, young] = await countQualification(PERIOD, NOW, COUNTING, TIERS);
    for (const step of QUALIFIED_STEPS) {
      expect(await count({ of: 'qualified', step, cohort: 'mature' })).toBe(mature?.[step]);
      expect(await count({ of: 'qualified', step, cohort: 'young' })).toBe(young?.[step]);
    }
    const keys: string[] = [];
    let after: string | null = '';
    while (after !== null) {
      const page = await listLeadsBehind(await open({ of: 'qualified', after }));
      keys.push(...page.rows.map(({ key }) => key));
      after = page.next;
    }
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toHaveLength((mature?.marketing ?? 0) + (young?.marketing ?? 0));
  });
});

describe('a segment', () => {
  const OF_WEB = `"leadId" IN (SELECT "id" FROM "Lead" WHERE "attributes"->>'leadSource' = 'Web')`;
  const none = { country: [], industry: [], size: [] };
  const web = { ...COUNTING, segment: { source: ['Web'], ...none } };
  const fair = { ...COUNTING, segment: { source: ['Fair'], ...none }, holdsMost: true };

  beforeAll(async () => {
    await ask(`UPDATE "Lead" SET "attributes" = "attributes" ||
      jsonb_build_object('leadSource', CASE WHEN ascii(right("id"::text, 1)) % 3 = 0 THEN 'Web' ELSE 'Fair' END)`);
    await ask('DELETE FROM "ErasedEngagement"');
  });

  it('holds what plain SQL finds of it', async () => {
    const [found] = await ask(`SELECT
      (SELECT count(*) FROM "Engagement" WHERE ${OF_WEB} AND "at" ${IN_PERIOD})::int AS "engaged",
      (SELECT count(*) FROM "Deal" WHERE ${OF_WEB} AND "engagedAt" ${IN_PERIOD} AND "engagedAt" < ${CUTOFF})::int AS "deals",
      (SELECT sum(CASE "type" WHEN 'call' THEN 15 WHEN 'email' THEN 5 ELSE 45 END) FROM "Activity"
        WHERE ${OF_WEB} AND "type" <> 'note' AND "at" ${IN_PERIOD})::int AS "minutes",
      (SELECT count(*) FROM "Assignment" WHERE ${OF_WEB} AND "assignedAt" ${IN_PERIOD} AND "firstTouchAt" <= "respondBy")::int AS "inTime"`);
    const engaged = await countEngaged(PERIOD, NOW, web);
    const { mature } = await countReport(PERIOD, NOW, web);
    const selling = await sumSelling(PERIOD, web);
    const answers = await countAnswersByTier(PERIOD, NOW, web);
    expect({
      engaged: engaged.reduce((sum, { count }) => sum + count, 0),
      deals: mature.reduce((sum, { count }) => sum + count, 0),
      minutes: selling.reduce((sum, { minutes }) => sum + minutes, 0),
      inTime: answers.reduce((sum, { inTime }) => sum + inTime, 0),
    }).toEqual(found);
    expect(found?.deals).toBeGreaterThan(5);
  });

  it('and the rest make up the whole, in every figure, by either rubric', async () => {
    const figures = async (counting: Counting) => {
      const byNow = { ...counting, versionId };
      const [funnel, renewed, qualified, effect, wins, fired, criteria, top] = await Promise.all([
        countFunnel(PERIOD, NOW, counting),
        countFunnel(PERIOD, NOW, byNow),
        countQualification(PERIOD, NOW, counting, TIERS),
        countAnswerEffect(PERIOD, NOW, counting),
        countWins(PERIOD, counting),
        countFired(PERIOD, NOW, byNow),
        countCriteria(PERIOD, NOW, byNow),
        sumSelling(PERIOD, counting).then(sumTopQuarter),
      ]);
      const add = <T>(rows: readonly T[], take: (row: T) => number) =>
        rows.reduce((sum, row) => sum + take(row), 0);
      return [
        ...[funnel, renewed].flatMap((rows) => [
          add(rows, (row) => row.engaged),
          add(rows, (row) => row.won),
        ]),
        add(qualified, (row) => row.marketing),
        add(qualified, (row) => row.won),
        add(effect, (row) => row.won + row.lost),
        add(wins, (row) => row.won),
        add(fired, (row) => row.before + row.after),
        add(criteria, (row) => row.won + row.lost),
        top.minutes,
        top.topMinutes,
      ];
    };
    const [whole, one, other] = await Promise.all([COUNTING, web, fair].map(figures));
    expect(one?.map((figure, index) => figure + (other?.[index] ?? 0))).toEqual(whole);
    expect(whole?.every((figure) => figure > 0)).toBe(true);
  });

  it('follows what is known of a lead and of its company, whoever changed it', async () => {
    const countIn = async (industry: string, size: '51-200' | '201-1000') => {
      const segment = { source: [], country: ['Norway'], industry: [industry], size: [size] };
      const rows = await countEngaged(PERIOD, NOW, { ...COUNTING, segment });
      return rows.reduce((sum, { count }) => sum + count, 0);
    };
    const company = await getDb().company.create({
      data: { name: 'Fjord', attributes: { industry: 'Fishing', country: 'Norway', employees: 120 } },
    });
    expect(await countIn('Fishing', '51-200')).toBe(0);
    const [engaged] = await ask(`SELECT "leadId" FROM "Engagement" WHERE "at" ${IN_PERIOD} LIMIT 1`);
    const id = z.string().parse(engaged?.leadId);
    await getDb().lead.update({ where: { id }, data: { companyId: company.id } });
    expect(await countIn('Fishing', '51-200')).toBe(1);
    await ask(
      `UPDATE "Company" SET "attributes" = "attributes" || '{"industry": "Shipping", "employees": 500}'`,
    );
    expect([await countIn('Fishing', '51-200'), await countIn('Shipping', '201-1000')]).toEqual([0, 1]);
    await getDb().company.delete({ where: { id: company.id } });
    expect(await countIn('Shipping', '201-1000')).toBe(0);
  });

  it('is looked up of qualified leads that nobody works on, until the worker has kept it', async () => {
    const [id = ''] = await addLeads([{}]);
    await getDb().lead.update({ where: { id }, data: { attributes: { leadSource: 'Web' } } });
    const figures = { fit: 50, intent: 50, score: 50, tier: 'B', quadrant: 'nurture' as const };
    const common = { ...figures, leadId: id, rubricVersionId: versionId };
    const [count] = await countQualification(PERIOD, NOW, web, TIERS).then((rows) =>
      rows.filter((row) => !row.mature),
    );
    await getDb().scoreChange.create({
      data: { ...common, at: daysBefore(NOW, 10), cause: 'first', contributions: [], moved: [] },
    });
    const kept = () => getDb().leadSegment.count({ where: { leadId: id } });
    const before = await countQualification(PERIOD, NOW, web, TIERS);
    expect(before.find((row) => !row.mature)?.marketing).toBe((count?.marketing ?? 0) + 1);
    expect(await kept()).toBe(0);
    await getDb().leadScore.create({
      data: {
        ...common,
        tierRank: 1,
        counted: [],
        evidence: new Uint8Array(),
        tierSince: NOW,
        scoredAt: NOW,
      },
    });
    await keepSegments({ all: true });
    expect(await kept()).toBe(1);
    expect(await countQualification(PERIOD, NOW, web, TIERS)).toEqual(before);
  });
});
