import { text } from 'node:stream/consumers';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { findImport, listRejections, streamRejections } from '@/lib/imports/data';
import { writeRejectionsCsv } from '@/lib/imports/rejections-csv';
import { rescoreStale } from '@/lib/scores/mutations/rescore-stale';
import { closeDb, getDb } from '@/lib/server/db';
import { clearDatabase } from '../support/clear-database';
import {
  NOW,
  LATER,
  COMPANIES,
  CONTACTS,
  ACTIVITIES,
  DEALS,
  run,
  counts,
  snapshot,
  createUser,
} from '../support/import-fixtures';

beforeEach(clearDatabase);
afterAll(closeDb);

describe('an export of a CRM', () => {
  it('goes in without a mapping, and changes nothing when it comes again', async () => {
    const rep = await createUser('rep@x.example', 'rep');
    expect(await run('companies', COMPANIES)).toMatchObject({ rows: 2, ...counts(2, 0, 0, 0) });
    expect(await run('leads', CONTACTS)).toMatchObject({ rows: 3, ...counts(3, 0, 0, 0) });
    expect(await run('events', ACTIVITIES)).toMatchObject({ rows: 4, ...counts(3, 0, 0, 1) });
    expect(await run('deals', DEALS)).toMatchObject({ rows: 3, ...counts(2, 0, 0, 1) });
    const before = await snapshot();

    const kessel = before.companies.find(({ domain }) => domain === 'kessel.example');
    expect(kessel).toMatchObject({
      name: 'Kessel, Sohn & Co',
      externalId: 'COMP-1',
      createdAt: new Date('2024-01-02T00:00:00Z'),
      attributes: {
        employees: 1200,
        revenue: 30024968,
        postalCode: '01067',
        custom: { owner: 'dwight@x.example', last_modified_date: '2024-01-09' },
      },
    });
    const mira = before.leads.find(({ emailKey }) => emailKey === 'mira@kessel.example');
    expect(mira).toMatchObject({
      name: 'Mira Hoffmann',
      externalId: 'CONT-1',
      companyId: kessel?.id,
      ownerId: rep.id,
      createdAt: new Date('2024-08-18T00:00:00Z'),
      attributes: { title: 'Head of Sales Operations', leadSource: 'Webinar', postalCode: '01067' },
    });
    expect(before.leads.find(({ emailKey }) => emailKey === 'tomas@lumen.example')).toMatchObject({
      ownerId: null,
      attributes: { custom: { owner: 'dwight@x.example' } },
    });
    expect(before.events.map(({ type, messageId }) => [messageId, type])).toEqual([
      ['import:ACT-1', 'sales_call'],
      ['import:ACT-2', 'demo_requested'],
      ['import:ACT-3', 'sales_note'],
    ]);
    expect(before.events[0]).toMatchObject({
      leadId: mira?.id,
      companyId: kessel?.id,
      properties: { call_outcome: 'Connected', notes_description: 'Spoke about prices.' },
    });
    expect(before.deals).toMatchObject([
      { outcome: 'won', leadId: mira?.id, ownerId: rep.id, closedAt: new Date('2025-06-17T00:00:00Z') },
      { outcome: 'open', leadId: null, closedAt: null },
    ]);
    expect(before.deals[0]?.amount?.toString()).toBe('210833.37');
    // Mira's first logged touch came after her deal was made.
    expect(before.deals[0]).toMatchObject({
      engagementBasis: 'deal_created',
      engagedAt: new Date('2024-09-29T00:00:00Z'),
    });
    expect(before.deals[0]?.tier).toMatch(/^[ABC]$/);
    expect(before.deals[1]).toMatchObject({ engagementBasis: null, tier: null });
    expect(before.definitions.map(({ entity, key, type }) => `${entity} ${key} ${type}`).sort()).toEqual([
      'company custom.last_modified_date date',
      'company custom.owner text',
      'lead custom.last_modified_date date',
      'lead custom.owner text',
    ]);

    expect(await run('companies', COMPANIES, { now: LATER })).toMatchObject(counts(0, 0, 2, 0));
    expect(await run('leads', CONTACTS, { now: LATER })).toMatchObject(counts(0, 0, 3, 0));
    expect(await run('events', ACTIVITIES, { now: LATER })).toMatchObject(counts(0, 0, 3, 1));
    expect(await run('deals', DEALS, { now: LATER })).toMatchObject(counts(0, 0, 2, 1));
    expect(await snapshot()).toEqual(before);
  });

  it('says of each rejected row its number, column, value and reason', async () => {
    await run('leads', CONTACTS);
    const { importId } = await run('events', ACTIVITIES);
    expect(await listRejections(importId, 10)).toEqual([
      {
        row: 5,
        column: 'Associated Contact Email',
        value: 'nobody@else.example',
        reason: 'There is no lead with the e-mail address nobody@else.example; import leads first',
      },
    ]);
    const deals = await run('deals', DEALS);
    expect((await listRejections(deals.importId, 10)).at(-1)?.reason).toBe(
      'There is no lead with the e-mail address nobody@else.example and no company with the domain no.example; ' +
        'import leads and companies first',
    );
    const csv = await text(writeRejectionsCsv(streamRejections(importId)));
    expect(csv.split('\n')[1]).toMatch(/^5,Associated Contact Email,nobody@else\.example,There is no lead/);
  });

  it('is scored', async () => {
    await run('companies', COMPANIES);
    await run('leads', CONTACTS);
    await run('events', ACTIVITIES);
    expect(await getDb().staleScore.count()).toBe(3);
    await rescoreStale({ clock: () => NOW });
    const scores = await getDb().leadScore.findMany({ include: { lead: true } });
    expect(scores).toHaveLength(3);
    const best = scores.reduce((a, b) => (b.score > a.score ? b : a));
    expect(best.lead.emailKey).toBe('mira@kessel.example');
    expect(best.intent).toBeGreaterThan(0);
  });
});

describe('deals', () => {
  it('are engaged at the first touch that a rep logged, where one came before', async () => {
    await run('leads', CONTACTS);
    await run('events', ACTIVITIES.replace('2026-07-14', '2024-09-01'));
    await run('deals', DEALS);
    const engagement = await getDb().engagement.findFirstOrThrow({ include: { lead: true } });
    expect(engagement).toMatchObject({ basis: 'touch', at: new Date('2024-09-01T00:00:00Z') });
    expect(engagement.lead.firstEngagedAt).toEqual(engagement.at);
  });

  it('follow their file: won, reopened, and won again', async () => {
    const readDeal = () => getDb().deal.findFirstOrThrow({ where: { externalId: 'DEAL-1' } });
    const readState = async () =>
      (await getDb().lead.findFirstOrThrow({ where: { deals: { some: {} } } })).state;
    await run('leads', CONTACTS);
    await run('deals', DEALS);
    expect(await readState()).toBe('won');
    const reopened = DEALS.replace('Closed Won', 'Contract Sent');
    expect(await run('deals', reopened, { now: LATER })).toMatchObject(counts(0, 1, 1, 1));
    expect(await readDeal()).toMatchObject({ outcome: 'open', closedAt: null });
    expect(await readState()).toBe('qualified');
    expect(await run('deals', DEALS, { now: LATER })).toMatchObject(counts(0, 1, 1, 1));
    expect(await readDeal()).toMatchObject({ outcome: 'won', stage: 'Closed Won' });
    await run('deals', reopened, { now: LATER });
    await run('deals', DEALS.replace('Closed Won', 'Closed Lost'), { now: LATER });
    expect(await readState()).toBe('lost');
  });
});

describe('companies', () => {
  it('that leads brought by name are completed by a file of companies', async () => {
    await run('leads', 'email,company\na@x.example,Acme\n');
    expect(await run('companies', 'name,domain,industry\nAcme,acme.example,Retail\n')).toMatchObject(
      counts(0, 1, 0, 0),
    );
    expect(await getDb().company.findMany()).toMatchObject([
      { name: 'Acme', domain: 'acme.example', attributes: { industry: 'Retail' } },
    ]);
  });

  it('refuse rows whose domain and id are of two companies', async () => {
    await run('companies', 'id,domain\n1,a.example\n2,b.example\n');
    const { importId } = await run('companies', 'id,domain\n1,b.example\n');
    expect((await listRejections(importId, 1))[0]).toMatchObject({ row: 2, column: 'domain' });
  });
});

describe('events', () => {
  it('without an id count once, in one file and in two', async () => {
    await run('leads', 'email\na@x.example\n');
    const event = 'page,2026-01-02T10:00:00Z,a@x.example,/pricing\n';
    const file = `event,timestamp,email,path\n${event}${event}`;
    expect(await run('events', file)).toMatchObject(counts(1, 0, 1, 0));
    expect(await run('events', file)).toMatchObject(counts(0, 0, 2, 0));
    expect(await getDb().event.findMany()).toMatchObject([
      { type: 'page_viewed', properties: { path: '/pricing' } },
    ]);
  });

  it('of a company alone are its signals, and touch all its leads', async () => {
    await run('leads', 'email,company domain\na@x.example,x.example\nb@x.example,x.example\n');
    await rescoreStale({ clock: () => NOW });
    const file =
      'event,timestamp,company domain\nFunding Round,2026-10-02,x.example\nHiring,2026-10-02,no.example\n';
    expect(await run('events', file)).toMatchObject(counts(1, 0, 0, 1));
    expect(await getDb().event.findFirstOrThrow()).toMatchObject({ type: 'funding_raised', leadId: null });
    expect(await getDb().staleScore.count()).toBe(2);
  });
});

describe('bad files', () => {
  it('let good rows in', async () => {
    const file =
      'email,Employees,company\na@x.example,5,X\nbad,5,X\n,5,X\nb@x.example,many,X\nc@x.example\nd@x.example,7,X\n';
    const { importId, ...rest } = await run('leads', file);
    expect(rest).toMatchObject({ rows: 6, ...counts(2, 0, 0, 4) });
    expect(await listRejections(importId, 10)).toMatchObject([
      { row: 3, column: 'email', value: 'bad', reason: 'email: "bad" is not an e-mail address' },
      { row: 4, column: 'email', value: '', reason: 'A lead needs an e-mail address or an external id' },
      { row: 5, column: 'Employees', value: 'many', reason: 'Employees: "many" is not a number' },
      { row: 6, column: null, reason: 'The row has 1 column, the header has 3' },
    ]);
    expect(await findImport(importId)).toMatchObject({
      stage: 'done',
      rowsTotal: 6,
      rowsRead: 6,
      rejected: 4,
    });
  });

  it('that break off are refused before anything is written', async () => {
    await expect(run('leads', 'email,title\na@x.example,CFO\nb@x.example,"CEO\n')).rejects.toThrow(
      'Row 3: a quoted cell',
    );
    expect(await getDb().lead.count()).toBe(0);
    expect(await getDb().import.findFirstOrThrow()).toMatchObject({ state: 'failed' });
  });
});
