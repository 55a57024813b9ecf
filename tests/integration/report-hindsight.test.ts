import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rateRatio } from '@/lib/calibration/rate-ratio';
import { freezeEngagements } from '@/lib/engagements/mutations';
import { buildCriteria } from '@/lib/reports/build-criteria';
import { buildReport } from '@/lib/reports/build-report';
import { countCriteria } from '@/lib/reports/data/criteria';
import { countReport } from '@/lib/reports/data/deals';
import { countUnscored } from '@/lib/reports/data/engagements';
import { restateEngagements } from '@/lib/reports/mutations/restate-engagements';
import { readPeriod } from '@/lib/reports/period';
import { scoreAsOf } from '@/lib/scores/data';
import { getDb } from '@/lib/server/db';
import { clearDatabase } from '../support/clear-database';
import {
  addCompany,
  addEvents,
  addLeads,
  changeTitle,
  daysBefore,
  leaveHouse,
  setLiveRubric,
  SMALL_RUBRIC,
} from '../support/score-fixtures';

const NOW = new Date('2026-11-02T09:00:00Z');
const ENGAGED = daysBefore(NOW, 150);
const CLOSED = daysBefore(NOW, 100);
const PERIOD = readPeriod({ from: '2026-05', to: '2026-07' }, { first: null, enough: null }, NOW);

/** 30 leads that were A when a rep engaged them, 12 of them won; 90 that were C, 18 won. */
const BEST = { size: 30, won: 12 };
const REST = { size: 90, won: 18 };
/** Of the 18, so many looked like an A by the time they signed, because they were being sold to. */
const RISEN = 8;

interface Buyer {
  leadId: string;
  won: boolean;
}

let versionId = '';
let buyers: Buyer[] = [];

/** Leads of companies with so many employees each, with a title, of which the first ones were won. */
async function addBuyers(title: string, employees: number, { size, won }: typeof BEST) {
  const sketches = [];
  for (let i = 0; i < size; i += 1) sketches.push({ title, companyId: await addCompany(employees) });
  const leadIds = await addLeads(sketches);
  return leadIds.map((leadId, i) => ({ leadId, won: i < won }));
}

/** What selling does to a lead: it sees a demo, its title is put right, its company is found to be big. */
async function sellTo({ leadId }: Buyer): Promise<void> {
  const { companyId } = await getDb().lead.findUniqueOrThrow({ where: { id: leadId } });
  await addEvents([{ leadId, type: 'demo_requested', at: daysBefore(CLOSED, 1) }]);
  await changeTitle(leadId, 'Head of Sales', daysBefore(CLOSED, 20));
  await getDb().company.update({ where: { id: companyId ?? '' }, data: { attributes: { employees: 900 } } });
  const change = { companyId, key: 'employees', before: 20, after: 900, at: daysBefore(CLOSED, 20) };
  await getDb().attributeChange.create({ data: { ...change, source: 'test' } });
}

beforeAll(async () => {
  await clearDatabase();
  versionId = await setLiveRubric(SMALL_RUBRIC);
  const best = await addBuyers('Head of IT', 500, BEST);
  const rest = await addBuyers('Clerk', 20, REST);
  buyers = [...best, ...rest];
  await addEvents(
    best.flatMap(({ leadId }) =>
      [daysBefore(ENGAGED, 1), daysBefore(CLOSED, 1)].map((at) => ({ leadId, type: 'demo_requested', at })),
    ),
  );
  for (const buyer of rest.slice(0, RISEN)) await sellTo(buyer);
  await getDb().deal.createMany({
    data: buyers.map(({ leadId, won }) => ({
      name: 'Deal',
      leadId,
      outcome: won ? ('won' as const) : ('lost' as const),
      createdAt: ENGAGED,
      closedAt: CLOSED,
    })),
  });
  await getDb().$transaction((tx) =>
    freezeEngagements(
      tx,
      buyers.map(({ leadId }) => ({ leadId, at: ENGAGED, basis: 'touch' })),
    ),
  );
});
afterAll(leaveHouse);

async function report(version: string | null) {
  const rows = await countReport(PERIOD, NOW, { maturityDays: 90, versionId: version });
  return buildReport(rows, SMALL_RUBRIC.tiers, PERIOD, NOW);
}

const HONEST = rateRatio({ won: 12, lost: 18 }, { won: 18, lost: 72 });

describe('a data set in which hindsight would have doubled the lift', () => {
  it('shows 4.3 times to whoever scores the leads as of closing, where 2 is true', async () => {
    const asOfClosing = await Promise.all(
      buyers.map(async ({ leadId, won }) => ({ won, tier: (await scoreAsOf(leadId, CLOSED))?.tier })),
    );
    const outcomes = (isBest: boolean) => {
      const group = asOfClosing.filter(({ tier }) => (tier === 'A') === isBest);
      const won = group.filter((deal) => deal.won).length;
      return { won, lost: group.length - won };
    };
    expect(outcomes(true)).toEqual({ won: 20, lost: 18 });
    const hindsight = rateRatio(outcomes(true), outcomes(false)).ratio ?? 0;
    expect(hindsight).toBeCloseTo(4.316, 3);
    expect(HONEST.ratio).toBe(2);
    expect(hindsight).toBeGreaterThan(2 * (HONEST.ratio ?? Infinity));
  });

  it('is reported as 2.0, weak, by the score of then', async () => {
    const { rates, verdict } = await report(null);
    expect(rates.tiers.map(({ tier, won, closed }) => [tier, won, closed])).toEqual([
      ['A', 12, 30],
      ['B', 0, 0],
      ['C', 18, 90],
    ]);
    expect(verdict.kind).toBe('weak');
    expect(verdict.sentence).toBe('A closes 2.0 times as often as the rest');
  });

  it('is reported the same by the present rubric, from what was known then alone', async () => {
    expect(await countUnscored(versionId)).toBe(120);
    expect((await report(versionId)).counted.all).toBe(0);
    expect(await restateEngagements({ now: NOW })).toBe(120);
    expect(await countUnscored(versionId)).toBe(0);
    expect(await restateEngagements({ now: NOW })).toBe(0);

    const now = await report(versionId);
    expect(now.rates).toEqual((await report(null)).rates);
    const rows = await countCriteria(PERIOD, NOW, { maturityDays: 90, versionId });
    const { lines, won, closed } = buildCriteria(SMALL_RUBRIC, rows);
    expect([won, closed]).toEqual([30, 120]);
    expect(lines.map(({ id, had, flag }) => [id, had.won, had.closed, flag])).toEqual([
      ['head', 12, 30, 'agrees'],
      ['big', 12, 30, 'agrees'],
      ['demo', 12, 30, 'agrees'],
      ['page', 0, 0, 'never'],
      ['committee', 0, 0, 'never'],
    ]);
  });

  it('is counted anew when another rubric is live, and when facts came late', async () => {
    const [first] = buyers;
    const late = { leadId: first?.leadId ?? '', type: 'page_viewed', at: daysBefore(ENGAGED, 2) };
    await addEvents([late]);
    expect(await restateEngagements({ now: NOW, since: NOW })).toBe(0);
    const later = new Date(NOW.getTime() + 1);
    expect(await restateEngagements({ now: later, since: later })).toBe(120);
    const rows = await countCriteria(PERIOD, NOW, { maturityDays: 90, versionId });
    expect(rows.find(({ place }) => place === 3)).toEqual({ place: 3, won: 1, lost: 0 });

    const { id } = await getDb().rubricVersion.findFirstOrThrow({ where: { live: true } });
    const { rubricId, number, document } = await getDb().rubricVersion.findUniqueOrThrow({ where: { id } });
    await getDb().rubricVersion.update({ where: { id }, data: { live: false, state: 'retired' } });
    const next = await getDb().rubricVersion.create({
      data: { rubricId, number: number + 1, state: 'published', live: true, document: document ?? {} },
    });
    expect(await countUnscored(next.id)).toBe(120);
    expect(await restateEngagements({ now: later })).toBe(120);
    expect((await report(next.id)).rates.all.closed).toBe(120);
  });
});
