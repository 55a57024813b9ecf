import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { grant, type Actor } from '@/lib/auth/actor';
import {
  findImport,
  findImportOptions,
  findUploadSize,
  listRejections,
  streamRejections,
} from '@/lib/imports/data';
import { importLocalFile, importUpload } from '@/lib/imports/mutations/run-import';
import {
  applyMapping,
  changeOptions,
  discardImport,
  queueImport,
  storeUpload,
} from '@/lib/imports/mutations/uploads';
import { writeRejectionsCsv } from '@/lib/imports/rejections-csv';
import { importOptionsSchema } from '@/lib/imports/schema';
import type { ImportKind } from '@/lib/imports/types';
import { runWorkerOnce } from '@/lib/runtime/worker-jobs';
import { rescoreStale } from '@/lib/scores/mutations';
import { closeDb, getDb, getPool } from '@/lib/server/db';
import { clearDatabase } from '../support/clear-database';

const NOW = new Date('2026-11-22T10:00:00Z');
const LATER = new Date('2026-11-23T10:00:00Z');

const COMPANIES = `Company ID,Company Name,Company Domain Name,Industry,Number of Employees,Annual Revenue,Phone Number,Website,Street Address,City,State/Region,Postal Code,Country,Create Date,Last Modified Date,Company Owner
COMP-1,"Kessel, Sohn & Co",kessel.example,Manufacturing,1200,30024968.0,+49 30 1234,https://kessel.example,Kantstr. 1,Berlin,BE,01067,Germany,2024-01-02,2024-01-09,dwight@x.example
COMP-2,Lumen Freight,www.Lumen.example,Logistics,610,873607.15,,https://lumen.example,,Lisbon,,,Portugal,2023-02-01,2025-03-08,rep@x.example
`;
const CONTACTS = `Contact ID,First Name,Last Name,Email,Phone Number,Mobile Phone Number,Job Title,Lifecycle Stage,Lead Status,Create Date,Last Modified Date,Contact Owner,Lead Source,Website URL,Street Address,City,State/Region,Postal Code,Country,Associated Company Domain
CONT-1,Mira,Hoffmann,Mira@Kessel.example,+49 1,,Head of Sales Operations,Lead,Open,2024-08-18,2025-01-28,rep@x.example,Webinar,,,Berlin,BE,01067,Germany,kessel.example
CONT-2,Tomás,Ribeiro,tomas@lumen.example,,,"VP, Revenue Operations",Lead,,2024-05-12,2025-03-14,dwight@x.example,Referral,,,Lisbon,,,Portugal,lumen.example
CONT-3,Laura,Smith,laura@home.example,,,Dealer,Other,,2022-04-16,2023-08-09,dwight@x.example,,,,,,,Nicaragua,
`;
const ACTIVITIES = `Activity ID,Activity Type,Activity Date,Activity Owner,Notes/Description,Call/Meeting Title/Subject,Call Outcome,Meeting Outcome,Task Status,Task Due Date,Associated Contact Email
ACT-1,Call,2026-07-14,rep@x.example,Spoke about prices.,Call with Mira,Connected,,,,mira@kessel.example
ACT-2,Demo Requested,2026-11-20,rep@x.example,,,,,,,mira@kessel.example
ACT-3,Note,2025-07-03,rep@x.example,"Two
lines",,,,,,tomas@lumen.example
ACT-4,Email,2025-07-03,rep@x.example,,,,,,,nobody@else.example
`;
const DEALS = `Deal ID,Deal Name,Deal Stage,Pipeline,Amount,Close Date,Create Date,Deal Owner,Deal Type,Closed Lost Reason,Associated Company Domain,Associated Contact Email
DEAL-1,Kessel - New Business,Closed Won,Sales,210833.37,2025-06-17,2024-09-29,rep@x.example,New,,kessel.example,mira@kessel.example
DEAL-2,Lumen - New Business,Contract Sent,Sales,12532.3,2027-09-03,2025-05-01,rep@x.example,New,,lumen.example,nobody@lumen.example
DEAL-3,Nobody,Closed Lost,Sales,1,2025-01-01,2024-01-01,rep@x.example,New,Price,no.example,nobody@else.example
`;

interface RunOptions {
  mapping?: object;
  source?: string | null;
  now?: Date;
}

async function run(
  kind: ImportKind,
  content: string,
  { mapping = {}, source = null, now = NOW }: RunOptions = {},
) {
  const options = importOptionsSchema.parse({ mapping: { kind, ...mapping }, source });
  const file = { fileName: `${kind}.csv`, openBytes: () => Readable.from([Buffer.from(content)]) };
  const { importId, progress } = await importLocalFile(file, options, { clock: () => now });
  const { rowsRead, created, updated, unchanged, rejected } = progress;
  return { importId, rows: rowsRead, created, updated, unchanged, rejected };
}

const counts = (created: number, updated: number, unchanged: number, rejected: number) => ({
  created,
  updated,
  unchanged,
  rejected,
});

/** Everything that imports write but the imports themselves, for comparing before and after. */
async function snapshot() {
  const db = getDb();
  const orderBy = { id: 'asc' } as const;
  return {
    companies: await db.company.findMany({ orderBy }),
    leads: await db.lead.findMany({ orderBy }),
    events: await db.event.findMany({ orderBy }),
    deals: await db.deal.findMany({ orderBy }),
    changes: await db.attributeChange.findMany({ orderBy }),
    definitions: await db.attributeDefinition.findMany({ orderBy }),
  };
}

async function createUser(email: string, role: 'ops' | 'rep') {
  return getDb().user.create({ data: { email, name: email, role, passwordHash: 'none' } });
}

async function createImporter(): Promise<Actor<'imports:write'>> {
  const { id, name, email, role } = await createUser('ops@x.example', 'ops');
  const actor = grant({ id, name, email, role }, 'imports:write');
  if (!actor) throw new Error('ops may not import');
  return actor;
}

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

describe('leads', () => {
  const read = (emailKey: string) =>
    getDb().lead.findUniqueOrThrow({ where: { emailKey }, include: { company: true } });

  it('keep what a file leaves empty, and note what it changes', async () => {
    await run('leads', 'email,title,city,Employees,company domain\na@x.example,CFO,Rome,10,x.example\n');
    const second = 'email,title,city,Employees,company domain\nA@X.example ,CEO,,20,x.example\n';
    const { importId, ...rest } = await run('leads', second, { now: LATER });
    expect(rest).toMatchObject(counts(0, 1, 0, 0));
    const lead = await read('a@x.example');
    expect(lead.attributes).toEqual({ title: 'CEO', city: 'Rome' });
    expect(lead.company?.attributes).toEqual({ employees: 20 });
    const changes = await getDb().attributeChange.findMany({ orderBy: { key: 'asc' } });
    expect(changes).toMatchObject([
      {
        key: 'employees',
        before: 10,
        after: 20,
        at: LATER,
        companyId: lead.companyId,
        leadId: null,
        importId,
      },
      { key: 'title', before: 'CFO', after: 'CEO', at: LATER, leadId: lead.id, source: 'import', importId },
    ]);
  });

  it('are one person whose rows stand apart in a file: later rows complete and correct earlier ones', async () => {
    const filler = Array.from({ length: 1_500 }, (_, index) => `p${index}@x.example,Filler,,\n`).join('');
    const file = `email,title,city,externalId\na@x.example,CFO,Rome,\n${filler}a@x.example,CEO,,7\n`;
    expect(await run('leads', file)).toMatchObject({ rows: 1_502, ...counts(1_501, 1, 0, 0) });
    expect(await read('a@x.example')).toMatchObject({
      externalId: '7',
      attributes: { title: 'CEO', city: 'Rome' },
    });
    expect(await run('leads', file, { now: LATER })).toMatchObject(counts(0, 0, 1_502, 0));
    expect(await getDb().attributeChange.count()).toBe(0);
  });

  it('of one company agree on it, however their rows differ', async () => {
    const filler = Array.from({ length: 1_200 }, (_, index) => `p${index}@y.example,y.example,1\n`).join('');
    const file = `email,company domain,Employees\na@x.example,x.example,10\n${filler}b@x.example,x.example,20\nc@x.example,x.example,\n`;
    await run('leads', file);
    const company = () => getDb().company.findUniqueOrThrow({ where: { domain: 'x.example' } });
    expect((await company()).attributes).toEqual({ employees: 20 });
    const before = await snapshot();
    expect(await run('leads', file, { now: LATER })).toMatchObject(counts(0, 0, 1_203, 0));
    expect(await snapshot()).toEqual(before);
  });

  it('are known by external id and source where there is no e-mail address', async () => {
    const file = 'externalId,title\n7,CFO\n8,CEO\n';
    expect(await run('leads', file, { source: 'bank' })).toMatchObject(counts(2, 0, 0, 0));
    expect(await run('leads', file, { source: 'bank' })).toMatchObject(counts(0, 0, 2, 0));
    expect(await run('leads', file, { source: 'shop' })).toMatchObject(counts(2, 0, 0, 0));
    expect(await run('leads', 'externalId,email\n7,a@x.example\n', { source: 'bank' })).toMatchObject(
      counts(0, 1, 0, 0),
    );
    expect(await read('a@x.example')).toMatchObject({
      source: 'bank',
      externalId: '7',
      attributes: { title: 'CFO' },
    });
  });

  it('refuse rows whose address and id are of two people', async () => {
    await run('leads', 'externalId,email\n1,a@x.example\n2,b@x.example\n');
    const { importId, ...rest } = await run('leads', 'externalId,email\n1,b@x.example\n2,new@x.example\n');
    expect(rest).toMatchObject(counts(0, 0, 0, 2));
    const reasons = (await listRejections(importId, 10)).map(({ reason }) => reason);
    expect(reasons[0]).toContain('belongs to one lead');
    expect(reasons[1]).toContain('belongs to the lead with the e-mail address b@x.example');
  });

  it('take a new address from the source that knows them', async () => {
    await run('leads', 'externalId,email\n1,a@x.example\n', { source: 'crm' });
    expect(await run('leads', 'externalId,email\n1,new@x.example\n', { source: 'crm' })).toMatchObject(
      counts(0, 1, 0, 0),
    );
    const change = await getDb().attributeChange.findFirstOrThrow();
    expect(change).toMatchObject({ key: 'email', before: 'a@x.example', after: 'new@x.example' });
  });

  it('refuse two addresses for one id in one file', async () => {
    const file = 'externalId,email\n1,a@x.example\n1,b@x.example\n';
    expect(await run('leads', file)).toMatchObject(counts(1, 0, 0, 1));
    expect(await run('leads', file)).toMatchObject(counts(0, 0, 1, 1));
  });

  it('are read into the type that an attribute has', async () => {
    await run('leads', 'email,Seats\na@x.example,5\n');
    const { importId, ...rest } = await run('leads', 'email,Seats\na@x.example,7\nb@x.example,many\n');
    expect(rest).toMatchObject(counts(0, 1, 0, 1));
    expect(await listRejections(importId, 1)).toMatchObject([
      { row: 3, column: 'Seats', value: 'many', reason: 'Seats: "many" is not a number' },
    ]);
  });

  it('count as someone who was merged into another', async () => {
    await run('leads', 'email,title\nold@x.example,CFO\nkept@x.example,CFO\n');
    const kept = await read('kept@x.example');
    await getDb().lead.update({ where: { emailKey: 'old@x.example' }, data: { mergedIntoId: kept.id } });
    await run('leads', 'email,title\nold@x.example,CEO\n');
    expect(await read('kept@x.example')).toMatchObject({ attributes: { title: 'CEO' } });
    expect(await read('old@x.example')).toMatchObject({ attributes: { title: 'CFO' } });
  });

  it('carry their outcome, as a file of a bank tells it', async () => {
    const mapping = {
      columns: { y: 'deal.outcome', job: 'title', duration: null },
      values: { 'deal.outcome': { yes: 'won', no: 'lost' }, title: { unknown: '' } },
      constants: {
        externalId: '{row}',
        source: 'bank',
        'deal.closedAt': '2024-03-01',
        'deal.createdAt': '2024-02-01',
      },
    };
    const file =
      '"age";"job";"balance";"housing";"duration";"y"\n58;"management";2143;"yes";261;"no"\n44;"unknown";-29;"no";151;"yes"\n';
    expect(await run('leads', file, { mapping })).toMatchObject(counts(2, 0, 0, 0));
    const before = await snapshot();
    expect(before.leads).toMatchObject([
      {
        externalId: '2',
        attributes: { title: 'management', custom: { age: 58, balance: 2143, housing: true } },
      },
      { externalId: '3', attributes: { custom: { age: 44, balance: -29, housing: false } } },
    ]);
    expect(before.deals).toMatchObject([
      { outcome: 'lost', leadId: before.leads[0]?.id, closedAt: new Date('2024-03-01T00:00:00Z') },
      { outcome: 'won', leadId: before.leads[1]?.id, createdAt: new Date('2024-02-01T00:00:00Z') },
    ]);
    expect(await run('leads', file, { mapping, now: LATER })).toMatchObject(counts(0, 0, 2, 0));
    expect(await snapshot()).toEqual(before);
    const changed = file.replace('"no"\n', '"yes"\n');
    expect(await run('leads', changed, { mapping, now: LATER })).toMatchObject(counts(0, 1, 1, 0));
    expect(await getDb().deal.count({ where: { outcome: 'won' } })).toBe(2);
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

describe('uploads', () => {
  const bytes = (content: string) => Readable.from([Buffer.from(content)]);

  it('are stored in pieces, looked at, started, and imported by the worker', async () => {
    const actor = await createImporter();
    const rows = Array.from(
      { length: 12_000 },
      (_, index) => `p${index}@x.example,Person ${index},CFO\n`,
    ).join('');
    const id = await storeUpload(actor, 'contacts.csv', bytes(`email,name,title\n${rows}`), NOW);
    expect(await findImport(id)).toMatchObject({ stage: 'draft', kind: 'leads', fileName: 'contacts.csv' });
    expect(await getDb().importFileChunk.count()).toBe(2);
    expect(await getDb().lead.count()).toBe(0);
    await queueImport(actor, id, NOW);
    expect(await findImport(id)).toMatchObject({ stage: 'queued' });
    await runWorkerOnce();
    expect(await findImport(id)).toMatchObject({
      stage: 'done',
      rowsTotal: 12_000,
      ...counts(12_000, 0, 0, 0),
    });
    expect(await findUploadSize(id)).toBeNull();
    expect(await getDb().leadScore.count()).toBe(12_000);
    expect(await getDb().auditEntry.findFirstOrThrow()).toMatchObject({
      action: 'import.started',
      userId: actor.id,
    });
    await expect(queueImport(actor, id, NOW)).rejects.toThrow('started already');
  });

  it('begin anew after their worker died, and count nothing twice', async () => {
    const actor = await createImporter();
    const rows = Array.from({ length: 2_500 }, (_, index) => `p${index}@x.example\n`).join('');
    const id = await storeUpload(
      actor,
      'contacts.csv',
      bytes(`email,name\n${rows.replaceAll('\n', ',X\n')}bad,X\n`),
      NOW,
    );
    await queueImport(actor, id, NOW);
    const stop = new AbortController();
    const broken = importUpload(id, {
      clock: () => NOW,
      signal: stop.signal,
      onProgress: ({ rowsRead }) => rowsRead >= 1_000 && stop.abort(),
    });
    await expect(broken).rejects.toThrow();
    expect(await getDb().lead.count()).toBe(1_000);
    expect(await findImport(id)).toMatchObject({ stage: 'running', rowsRead: 1_000 });
    await importUpload(id, { clock: () => NOW });
    expect(await findImport(id)).toMatchObject({
      stage: 'done',
      rowsRead: 2_501,
      ...counts(1_500, 0, 1_000, 1),
    });
    expect(await listRejections(id, 10)).toHaveLength(1);
    expect(await importUpload(id, { clock: () => NOW })).toBeNull();
    expect(await findImport(id)).toMatchObject({ stage: 'done' });
  });

  it('are in the hands of one worker at a time', async () => {
    const actor = await createImporter();
    const rows = Array.from({ length: 3_000 }, (_, index) => `p${index}@x.example,X\n`).join('');
    const id = await storeUpload(actor, 'contacts.csv', bytes(`email,name\n${rows}`), NOW);
    await queueImport(actor, id, NOW);
    const results = await Promise.allSettled([1, 2, 3].map(() => importUpload(id, { clock: () => NOW })));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await findImport(id)).toMatchObject({ stage: 'done', ...counts(3_000, 0, 0, 0) });
  });

  it('can be read another way before they start', async () => {
    const actor = await createImporter();
    const id = await storeUpload(actor, 'list.csv', bytes('Mail,Wave\na@x.example,3\n'), NOW);
    const mapping = { kind: 'leads', columns: { Mail: 'email', Wave: 'custom.wave' } };
    await applyMapping(actor, id, JSON.stringify(mapping));
    expect(await findImportOptions(id)).toMatchObject({ mapping, source: null });
    const options = importOptionsSchema.parse({
      mapping: { kind: 'leads', columns: { Post: 'email' } },
      source: null,
    });
    await expect(changeOptions(actor, id, options)).rejects.toThrow('does not have: "Post"');
    await expect(applyMapping(actor, id, '{')).rejects.toMatchObject({ code: 'invalid' });
    await discardImport(actor, id);
    expect(await findImport(id)).toBeNull();
    expect(await getDb().importFileChunk.count()).toBe(0);
  });

  it('that are no CSV leave nothing behind', async () => {
    const actor = await createImporter();
    await expect(storeUpload(actor, 'x.xlsx', bytes('PK\x03\x04'), NOW)).rejects.toMatchObject({
      code: 'invalid',
    });
    await expect(storeUpload(actor, 'x.csv', bytes(''), NOW)).rejects.toThrow('empty');
    expect(await getDb().import.count()).toBe(0);
  });

  it('that fail say so, and are not tried again', async () => {
    const actor = await createImporter();
    const id = await storeUpload(actor, 'x.csv', bytes('email,title\na@x.example,"CFO\n'), NOW);
    await queueImport(actor, id, NOW);
    await runWorkerOnce();
    expect(await findImport(id)).toMatchObject({
      stage: 'failed',
      error: expect.stringContaining('Row 2') as string,
    });
    const countJobs = async () => {
      const jobs = `SELECT FROM graphile_worker.jobs WHERE task_identifier = 'run-import'`;
      return (await getPool().query(jobs)).rowCount;
    };
    await expect.poll(countJobs).toBe(0);
  });
});

describe('two imports at once', () => {
  it('of the same people give each of them once', async () => {
    const rows = Array.from(
      { length: 1_800 },
      (_, index) => `p${index}@x.example,x${index % 40}.example,CFO\n`,
    );
    const header = 'email,company domain,title\n';
    const results = await Promise.all([
      run('leads', header + rows.join('')),
      run('leads', header + [...rows].reverse().join('')),
    ]);
    expect(await getDb().lead.count()).toBe(1_800);
    expect(await getDb().company.count()).toBe(40);
    expect(results.reduce((sum, { created }) => sum + created, 0)).toBe(1_800);
  });
});
