import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { listRejections } from '@/lib/imports/data';
import { closeDb, getDb } from '@/lib/server/db';
import { clearDatabase } from '../support/clear-database';
import { LATER, run, counts, snapshot } from '../support/import-fixtures';

beforeEach(clearDatabase);
afterAll(closeDb);

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
    // Its own row keeps what was told of it last, so that only news changes the other one.
    expect(await read('old@x.example')).toMatchObject({ attributes: { title: 'CEO' } });
    await run('leads', 'email,title\nkept@x.example,Chair\n');
    expect(await run('leads', 'email,title\nold@x.example,CEO\n')).toMatchObject(counts(0, 0, 1, 0));
    expect(await read('kept@x.example')).toMatchObject({ attributes: { title: 'Chair' } });
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
