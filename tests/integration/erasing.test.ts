import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { writeAudit } from '@/lib/audit/mutations';
import { freezeEngagements } from '@/lib/engagements/mutations';
import { openLeadRecord } from '@/lib/exports/data/lead-record';
import { eraseLead } from '@/lib/leads/mutations/erase-lead';
import { mergeLeads } from '@/lib/leads/mutations/merge-leads';
import { findDealSpan, countReport } from '@/lib/reports/data/deals';
import { readPeriod } from '@/lib/reports/period';
import { rescoreStale } from '@/lib/scores/mutations/rescore-stale';
import { getDb, getPool } from '@/lib/server/db';
import { AppError } from '@/lib/server/errors';
import { querySql } from '@/lib/server/sql';
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
import { addActor, addMerger, addWorker, scoreLeads } from '../support/work-fixtures';

const NOW = new Date();
const NOBODY = '01900000-0000-7000-8000-000000000000';

/** One person known by two addresses, who left traces everywhere; and a colleague. */
async function addAnna() {
  const companyId = await addCompany(500);
  const [anna = '', other = '', colleague = ''] = await addLeads([
    { title: 'Head of Sales', email: 'anna_k@kessel.example', companyId },
    { email: 'anna@home.example' },
    { email: 'bert@kessel.example', companyId },
  ]);
  const db = getDb();
  await db.lead.updateMany({ where: { id: { in: [anna, other] } }, data: { name: 'Anna Kessel' } });
  const rep = await addWorker('Rita');
  await addEvents([
    { leadId: anna, type: 'demo_requested', at: daysBefore(NOW, 130) },
    { leadId: other, type: 'page_viewed', at: daysBefore(NOW, 125) },
    { leadId: colleague, type: 'page_viewed', at: daysBefore(NOW, 4) },
  ]);
  await changeTitle(anna, 'Head of Marketing', daysBefore(NOW, 20));
  await db.activity.create({ data: { leadId: anna, type: 'call', userId: rep.id, note: 'Anna was glad' } });
  await db.identity.create({ data: { kind: 'user', value: 'anna-7', leadId: anna } });
  await db.deal.create({
    data: {
      leadId: anna,
      companyId,
      name: 'Anna Kessel, 3 seats',
      outcome: 'won',
      closedAt: daysBefore(NOW, 30),
      createdAt: daysBefore(NOW, 110),
    },
  });
  await scoreLeads([anna, other, colleague], NOW);
  await freezeEngagements(getPool(), [
    { leadId: anna, at: daysBefore(NOW, 120), basis: 'touch', userId: rep.id },
  ]);
  await mergeLeads(await addMerger('Omar'), { survivorId: anna, mergedId: other }, NOW);
  await rescoreStale({ clock: () => NOW });
  return { anna, colleague, companyId };
}

/** What logs and imports say of a person. */
async function leaveTraces(leadId: string): Promise<void> {
  const db = getDb();
  const { id: sourceId } = await db.source.create({ data: { name: 'Website', writeKey: 'k' } });
  const payload = { type: 'identify', traits: { email: 'Anna_K@kessel.example', age: 'old' } };
  await db.rejectedEvent.create({ data: { sourceId, receivedAt: NOW, reason: 'age is no number', payload } });
  const { id: importId } = await db.import.create({
    data: { kind: 'leads', fileName: 'x.csv', fileHash: '', mapping: {} },
  });
  await db.importRejection.create({
    data: { importId, row: 3, column: 'email', value: 'anna_k@kessel.example,', reason: 'no address' },
  });
  const before = { name: 'Anna Kessel' };
  await db.importEdit.create({ data: { importId, entity: 'lead', entityId: leadId, before, after: {} } });
  await writeAudit(db, {
    user: null,
    action: 'lead.renamed',
    subject: `lead:${leadId}`,
    details: { name: 'Anna Kessel' },
  });
}

/** The tables in which a text stands, in whatever column. */
async function findText(pattern: string): Promise<string[]> {
  const tables = await querySql<{ name: string }>(
    getPool(),
    `SELECT format('%I', table_name) AS "name" FROM information_schema.tables
     WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`,
  );
  const found = await Promise.all(
    tables.map(async ({ name }) => {
      const rows = await querySql(getPool(), `SELECT 1 FROM ${name} t WHERE t::text ILIKE $1 LIMIT 1`, [
        pattern,
      ]);
      return rows.length > 0 ? [name] : [];
    }),
  );
  return found.flat();
}

const recordSchema = z.looseObject({
  lead: z.looseObject({ email: z.string(), company: z.looseObject({ name: z.string() }) }),
  events: z.array(z.looseObject({ type: z.string() })),
  activities: z.array(z.looseObject({ note: z.string().nullable() })),
  attributeChanges: z.array(z.unknown()),
  deals: z.array(z.looseObject({ name: z.string() })),
  scoreChanges: z.array(z.unknown()),
  mergedLeads: z.array(z.looseObject({ email: z.string() })),
});

describe('a person’s record', () => {
  beforeEach(async () => {
    await clearDatabase();
    await setLiveRubric(SMALL_RUBRIC);
  });
  afterAll(leaveHouse);

  it('goes out whole, as one JSON document', async () => {
    const { anna } = await addAnna();
    await addEvents(Array.from({ length: 2300 }, () => ({ leadId: anna, type: 'page_viewed', at: NOW })));
    const written = await text(Readable.from(await openLeadRecord(anna, NOW)));
    const record = recordSchema.parse(JSON.parse(written));
    expect(record.lead).toMatchObject({ email: 'anna_k@kessel.example', company: { name: 'Acme' } });
    expect(record.events).toHaveLength(2302);
    expect(new Set(record.events.map(({ id }) => id)).size).toBe(2302);
    expect(record.activities).toMatchObject([{ note: 'Anna was glad', user: { name: 'Rita' } }]);
    expect(record.deals).toMatchObject([{ name: 'Anna Kessel, 3 seats' }]);
    expect(record.mergedLeads).toMatchObject([{ email: 'anna@home.example' }]);
    expect(record.attributeChanges.length).toBeGreaterThan(0);
    expect(record.scoreChanges.length).toBeGreaterThan(0);
  });

  it('is not there for a lead that is not', async () => {
    await expect(openLeadRecord(NOBODY, NOW)).rejects.toThrow(AppError);
  });

  it('is erased without a trace, and the reports count as before', async () => {
    const { anna, colleague } = await addAnna();
    await leaveTraces(anna);
    const period = readPeriod({}, await findDealSpan(), NOW);
    const before = await countReport(period, NOW);
    expect(before.mature).toMatchObject([{ outcome: 'won', count: 1 }]);
    expect(await findText('%anna%')).not.toEqual([]);

    await eraseLead(await addActor('leads:erase'), anna);
    expect(await findText('%anna%')).toEqual([]);
    expect(await countReport(period, NOW)).toEqual(before);
    // Whom the audit log says to be gone is the last that is known of the lead.
    expect(await findText(`%${anna}%`)).toEqual(['"AuditEntry"']);

    const db = getDb();
    const deal = await db.deal.findFirstOrThrow({ include: { erasedEngagement: true } });
    expect(deal).toMatchObject({ leadId: null, outcome: 'won', name: 'Erased lead' });
    expect(deal.erasedEngagement).toMatchObject({ tier: deal.tier, score: deal.score, state: 'new' });
    expect(deal.erasedEngagement?.at.toISOString()).toMatch(/T00:00:00\.000Z$/);
    await rescoreStale({ clock: () => NOW });
    expect(await db.lead.findMany({ select: { id: true } })).toEqual([{ id: colleague }]);
  });
});
