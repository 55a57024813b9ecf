import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openListSheet } from '@/lib/exports/data/screen-sheets';
import { listDeals, streamDeals } from '@/lib/reports/data/deals';
import { listLeadsBehind, streamLeadsBehind } from '@/lib/reports/data/leads-behind';
import { openLeadsBehind, openReport } from '@/lib/reports/data/open-report';
import { openUse } from '@/lib/reports/data/open-use';
import { restateEngagements } from '@/lib/reports/mutations/restate-engagements';
import { dealSearchSchema, leadsBehindSchema } from '@/lib/reports/schema';
import { ask, CUTOFF, fillReportHouse, IN_PERIOD, NOW, NOW_SQL, tellSources } from '../support/report-house';
import { leaveHouse } from '../support/score-fixtures';

const MONTHS = { from: '2026-01', to: '2026-11' };

/** Of all leads and of a segment, by either rubric. */
const VIEWS = (['then', 'now'] as const).flatMap((by) => [{ by }, { by, source: 'Web' }]);

beforeAll(async () => {
  await fillReportHouse();
  await restateEngagements({ now: NOW });
  await tellSources();
  await ask(`INSERT INTO "Assignment" ("id", "leadId", "userId", "reason", "tier", "assignedAt", "respondBy", "sampled")
    SELECT gen_random_uuid(), "leadId", "userId", 'passed on', 'A', "assignedAt" + interval '1 day', "respondBy" + interval '1 day', false
    FROM "Assignment" WHERE "respondBy" IS NOT NULL AND "tier" <> 'C'`);
});
afterAll(leaveHouse);

async function openAnswered(address: Record<string, string | undefined>) {
  const search = leadsBehindSchema.parse({ ...MONTHS, of: 'answered', ...address });
  return (await openLeadsBehind(search, NOW)).query;
}

async function readAll<T>(rows: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const row of rows) all.push(row);
  return all;
}

async function countAnswered(address: Record<string, string | undefined>): Promise<number> {
  return (await listLeadsBehind(await openAnswered(address))).total;
}

async function countDeals(address: Record<string, string | undefined>): Promise<number> {
  const search = dealSearchSchema.parse({ ...MONTHS, cohort: 'mature', ...address });
  const { period, counting } = await openReport(search, NOW);
  const { total } = await listDeals(search, period, NOW, counting);
  const deals = await readAll(streamDeals(search, period, NOW, counting));
  expect(deals).toHaveLength(total);
  return total;
}

function open({ by, source }: { by: 'then' | 'now'; source?: string }) {
  return openUse({ ...MONTHS, by, source: source === undefined ? [] : [source] }, NOW);
}

describe('the leads behind answers', () => {
  it.each(VIEWS)('are as many as the cards say, by tier and by rep: %o', async (view) => {
    const { response } = await open(view);
    const rows = [...response.byTier, ...response.byRep];
    expect(rows.map(({ repId }) => repId === null)).toEqual([true, true, true, false, false, false]);
    for (const { tier, repId, inTime, late, missed, waiting, judged } of rows) {
      const of = { ...view, tier, ...(repId === null ? {} : { rep: repId }) };
      expect({
        inTime: await countAnswered({ ...of, answer: 'inTime' }),
        late: await countAnswered({ ...of, answer: 'late' }),
        missed: await countAnswered({ ...of, answer: 'missed' }),
        waiting: await countAnswered({ ...of, answer: 'waiting' }),
        judged: await countAnswered({ ...of, answer: 'inTime,late,missed' }),
        all: await countAnswered(of),
      }).toEqual({ inTime, late, missed, waiting, judged, all: judged + waiting });
      expect(Math.min(inTime, missed)).toBeGreaterThan(0);
    }
  });

  it.each([
    { source: undefined, of: 'true' },
    { source: 'Web', of: `"leadId" IN (SELECT "id" FROM "Lead" WHERE "attributes"->>'leadSource' = 'Web')` },
  ])('are those that plain SQL finds past their target: $source', async ({ source, of }) => {
    const expected = await ask(`
      SELECT "id"::text AS "key", round("workingMs" / 60000.0)::int AS "minutes",
        CASE WHEN "firstTouchAt" IS NULL THEN 'missed' ELSE 'late' END AS "answer"
      FROM "Assignment" WHERE ${of} AND "tier" = 'A' AND "assignedAt" ${IN_PERIOD}
        AND coalesce("firstTouchAt" > "respondBy", "respondBy" < ${NOW_SQL} AND ("endedAt" IS NULL OR "endedAt" > "respondBy"))
      ORDER BY "assignedAt" DESC, "id" DESC`);
    const query = await openAnswered({ tier: 'A', answer: 'late,missed', ...(source ? { source } : {}) });
    const found = await readAll(streamLeadsBehind(query));
    expect(found.map(({ key, minutes, answer }) => ({ key, minutes, answer }))).toEqual(expected);
    expect(new Set(found.map(({ answer }) => answer))).toEqual(new Set(['late', 'missed']));
  });

  it('come page by page, each time that a lead was given once, and so does the file', async () => {
    const keys: string[] = [];
    const leads = new Set<string | undefined>();
    let after: string | null = '';
    while (after !== null) {
      const page = await listLeadsBehind(await openAnswered({ after }));
      keys.push(...page.rows.map(({ key }) => key));
      for (const { lead } of page.rows) leads.add(lead?.id);
      after = page.next;
    }
    expect(keys).toHaveLength(await countAnswered({}));
    expect(new Set(keys).size).toBe(keys.length);
    expect(leads.size).toBeLessThan(keys.length);
    expect(await countAnswered({ rep: 'none' })).toBe(0);
    const viewing = { userId: '', now: NOW, format: 'plain' as const };
    const sheet = await openListSheet(
      'report-leads',
      { ...MONTHS, of: 'answered', answer: 'missed' },
      viewing,
    );
    const rows = await readAll(sheet.rows);
    const place = sheet.columns.indexOf('answer');
    expect(rows.map((row) => row[place])).toEqual(
      Array<string>(await countAnswered({ answer: 'missed' })).fill('missed'),
    );
  });
});

describe('the deals behind what answering in time went with', () => {
  it.each(VIEWS)('are as many as the card says: %o', async (view) => {
    const { effect } = (await open(view)).response;
    for (const row of effect) {
      for (const answer of ['inTime', 'late'] as const) {
        const of = { ...view, answer, tier: row.tier };
        const { won, closed } = row[answer];
        expect([
          await countDeals({ ...of, outcome: 'won' }),
          await countDeals({ ...of, outcome: 'closed' }),
        ]).toEqual([won, closed]);
      }
    }
    const closed = effect.reduce((sum, { inTime, late }) => sum + inTime.closed + late.closed, 0);
    expect(await countDeals({ ...view, answer: 'judged', outcome: 'closed' })).toBe(closed);
    expect(closed).toBeGreaterThan(10);
  });

  it('are those that plain SQL finds by the first answer to their lead', async () => {
    const [expected] = await ask(`
      SELECT count(*) FILTER (WHERE first.hit)::int AS "inTime", count(*) FILTER (WHERE NOT first.hit)::int AS "late"
      FROM "Deal" d, LATERAL (
        SELECT coalesce(a."firstTouchAt" <= a."respondBy", false) AS hit FROM "Assignment" a
        WHERE a."leadId" = d."leadId" AND a."assignedAt" ${IN_PERIOD} AND a."respondBy" IS NOT NULL
          AND (a."firstTouchAt" IS NOT NULL OR a."respondBy" < ${NOW_SQL} AND (a."endedAt" IS NULL OR a."endedAt" > a."respondBy"))
        ORDER BY a."assignedAt" LIMIT 1) first
      WHERE d."outcome" <> 'open' AND d."engagedAt" ${IN_PERIOD} AND d."engagedAt" < ${CUTOFF}`);
    expect({
      inTime: await countDeals({ answer: 'inTime', outcome: 'closed' }),
      late: await countDeals({ answer: 'late', outcome: 'closed' }),
    }).toEqual(expected);
  });
});
