import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { sumTopQuarter } from '@/lib/reports/build-use';
import { QUALIFIED_STEPS } from '@/lib/reports/constants';
import type { Counting } from '@/lib/reports/counting';
import { countFunnel } from '@/lib/reports/data/cohort';
import { countCriteria } from '@/lib/reports/data/criteria';
import { countReport } from '@/lib/reports/data/deals';
import { countEngaged, countFired } from '@/lib/reports/data/drift';
import { listLeadsBehind, streamLeadsBehind } from '@/lib/reports/data/leads-behind';
import { openLeadsBehind } from '@/lib/reports/data/open-report';
import { countQualification } from '@/lib/reports/data/qualification';
import { countAnswerEffect, countAnswersByTier } from '@/lib/reports/data/response';
import { countWins, sumSelling } from '@/lib/reports/data/selling';
import { keepSegments } from '@/lib/reports/mutations/keep-segments';
import { placeActivities } from '@/lib/reports/mutations/place-activities';
import { restateEngagements } from '@/lib/reports/mutations/restate-engagements';
import { takeCensus } from '@/lib/reports/mutations/take-census';
import { leadsBehindSchema } from '@/lib/reports/schema';
import { getDb } from '@/lib/server/db';
import {
  ask,
  COUNTING,
  CUTOFF,
  fillReportHouse,
  IN_PERIOD,
  NOW,
  PERIOD,
  tellSources,
  TIERS,
} from '../support/report-house';
import { addLeads, daysBefore, leaveHouse } from '../support/score-fixtures';

let versionId = '';
let reps: { id: string; name: string }[] = [];

beforeAll(async () => {
  ({ versionId, reps } = await fillReportHouse());
  await placeActivities();
  await takeCensus(NOW);
  await restateEngagements({ now: NOW });
});
afterAll(leaveHouse);

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
    await tellSources();
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
    const [count] = await countQualification(PERIOD, NOW, web, TIERS).then((rows) =>
      rows.filter((row) => !row.mature),
    );
    await getDb().scoreChange.create({
      data: {
        ...figures,
        leadId: id,
        rubricVersionId: versionId,
        at: daysBefore(NOW, 10),
        cause: 'first',
        contributions: [],
        moved: [],
      },
    });
    const kept = () => getDb().leadSegment.count({ where: { leadId: id } });
    const before = await countQualification(PERIOD, NOW, web, TIERS);
    expect(before.find((row) => !row.mature)?.marketing).toBe((count?.marketing ?? 0) + 1);
    expect(await kept()).toBe(0);
    await keepSegments({ all: false, now: NOW });
    expect(await kept()).toBe(0);
    await keepSegments({ all: true, now: NOW });
    expect(await kept()).toBe(1);
    expect(await countQualification(PERIOD, NOW, web, TIERS)).toEqual(before);
  });
});
