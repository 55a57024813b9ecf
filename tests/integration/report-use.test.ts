import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { judgeAnswers, sumTopQuarter } from '@/lib/reports/build-use';
import { countFunnel } from '@/lib/reports/data/cohort';
import { countEngaged, countFired, listCensus } from '@/lib/reports/data/drift';
import { openDrift } from '@/lib/reports/data/open-drift';
import { openUse } from '@/lib/reports/data/open-use';
import { countQualification } from '@/lib/reports/data/qualification';
import { countAnswerEffect, countAnswersByRep, countAnswersByTier } from '@/lib/reports/data/response';
import { sumSelling } from '@/lib/reports/data/selling';
import { placeActivities } from '@/lib/reports/mutations/place-activities';
import { restateEngagements } from '@/lib/reports/mutations/restate-engagements';
import { takeCensus } from '@/lib/reports/mutations/take-census';
import {
  ask,
  COUNTING,
  CUTOFF,
  fillReportHouse,
  IN_PERIOD,
  NOW,
  NOW_SQL,
  PERIOD,
  TIERS,
} from '../support/report-house';
import { leaveHouse } from '../support/score-fixtures';

let versionId = '';

beforeAll(async () => {
  ({ versionId } = await fillReportHouse());
});
afterAll(leaveHouse);

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
