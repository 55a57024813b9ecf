import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openLeadSheet, openScoreSheet } from '@/lib/exports/data/lead-sheets';
import { openCompanySheet, openDealSheet, openEventSheet } from '@/lib/exports/data/record-sheets';
import { openListSheet } from '@/lib/exports/data/screen-sheets';
import { exportCallSchema } from '@/lib/exports/schema';
import { writeCsv, type Sheet } from '@/lib/exports/write-csv';
import { toConditions } from '@/lib/leads/lead-filter';
import { rescoreStale } from '@/lib/scores/mutations/rescore-stale';
import { getDb } from '@/lib/server/db';
import { callApi, makeKey } from '../support/api-client';
import { clearDatabase } from '../support/clear-database';

const run = promisify(execFile);
const rowsSchema = z.array(z.record(z.string(), z.string()));
const readRows = (csv: string) => rowsSchema.parse(parse(csv, { columns: true, bom: true }));
const readSheet = async (sheet: Sheet) => readRows(await text(writeCsv(sheet, { bom: true })));

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'leadgrid-export-'));
  await clearDatabase();
  const { key } = await makeKey();
  const items = Array.from({ length: 2500 }, (_, index) => ({
    email: `person${index}@firm${index % 40}.example`,
    ...(index === 7 ? { source: 'salesforce', externalId: '00Q5g00000AbCdEFGH' } : {}),
    ...(index === 8 ? { source: 'hubspot', externalId: '2051' } : {}),
    name: index === 3 ? '=HYPERLINK("http://evil.example","Click")' : `Person ${index}`,
    attributes: {
      title: index % 3 === 0 ? 'VP of Sales' : 'Clerk',
      custom: { plan: index % 2 === 0 ? 'pro' : '+free' },
    },
    company: {
      domain: `firm${index % 40}.example`,
      name: `Firm ${index % 40}`,
      attributes: { technologies: ['A', 'B'] },
    },
  }));
  for (const from of [0, 1000, 2000])
    await callApi(key, 'POST /leads/batch', { body: { items: items.slice(from, from + 1000) } });
  const lead = { email: 'person0@firm0.example' };
  await callApi(key, 'POST /events', {
    body: { type: 'Demo Requested', lead, properties: { form: 'Sales' } },
  });
  await callApi(key, 'POST /deals', {
    body: { externalId: 'd1', name: '@Deal', amount: 10.5, currency: 'EUR', lead },
  });
  await callApi(key, 'POST /leads', { body: { source: 'fair', externalId: '9', name: 'Nobody’s address' } });
  for (let left = 1; left > 0;) left = await rescoreStale({ clock: () => new Date() });
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('lists of the screens', () => {
  const viewing = {
    userId: '01900000-0000-7000-8000-000000000000',
    now: new Date(),
    format: 'plain',
  } as const;

  it('hold the whole filtered set, in the order of the screen', async () => {
    const rows = await readSheet(await openListSheet('leads', { q: 'person', sort: 'score' }, viewing));
    expect(rows).toHaveLength(2500);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(2500);
    const scores = rows.map(({ score }) => Number(score));
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    const filtered = await readSheet(await openListSheet('leads', { q: 'person1@' }, viewing));
    expect(filtered).toMatchObject([
      { email: 'person1@firm1.example', 'company.name': 'Firm 1', 'custom.plan': "'+free" },
    ]);
  });

  it('keep a spreadsheet from running what people typed', async () => {
    const [row] = await readSheet(await openListSheet('leads', { q: 'person3@' }, viewing));
    expect(row?.name).toBe(`'=HYPERLINK("http://evil.example","Click")`);
  });

  it('show the queue, the deals, the filtered events and the audit log as their screens do', async () => {
    const queue = await readSheet(
      await openListSheet('queue', { tab: 'free', tier: 'A,B,C' }, { ...viewing, now: new Date() }),
    );
    expect(queue.length).toBeGreaterThan(0);
    const deals = await readSheet(
      await openListSheet('deals', { outcome: 'any' }, { ...viewing, now: new Date() }),
    );
    expect(deals).toMatchObject([{ name: "'@Deal", amount: '10.5', outcome: 'open' }]);
    expect(await readSheet(await openListSheet('filtered', {}, viewing))).toEqual([]);
    const audit = await readSheet(await openListSheet('audit', { action: 'api_key.created' }, viewing));
    expect(audit).toMatchObject([{ actor: 'command line' }]);
  });

  it('name each lead once, though scores move while the file is read', async () => {
    const sheet = await openLeadSheet(toConditions({ q: 'person' }), 'rank');
    const seen = new Set<unknown>();
    let count = 0;
    for await (const [id] of sheet.rows) {
      if (count++ === 1200) await getDb().leadScore.updateMany({ data: { score: 1 } });
      seen.add(id);
    }
    expect([count, seen.size]).toEqual([2500, 2500]);
  });
});

describe('scores for a CRM', () => {
  it('carry the id that the CRM knows the lead by, and leave out whom it could not find', async () => {
    const salesforce = await readSheet(openScoreSheet(toConditions({}), 'rank', 'salesforce'));
    expect(salesforce).toHaveLength(2500);
    expect(salesforce.find(({ Email }) => Email === 'person7@firm7.example')).toMatchObject({
      Id: '00Q5g00000AbCdEFGH',
    });
    const hubspot = await readSheet(openScoreSheet(toConditions({}), 'rank', 'hubspot'));
    expect(hubspot.find(({ Email }) => Email === 'person8@firm8.example')).toMatchObject({
      'Record ID': '2051',
    });
  });
});

describe('the command line', () => {
  // Each command starts a process of its own, which takes its time on a busy machine.
  const SLOW = 240_000;
  const command = (name: string, ...args: string[]) =>
    run(process.execPath, ['lib/runtime/bootstrap.mjs', `lib/runtime/commands/${name}`, ...args]);

  it(
    'exports to a file, and notes it in the audit log',
    async () => {
      const file = path.join(folder, 'scores.csv');
      const { stdout } = await command('export', '--kind', 'scores', '--format', 'hubspot', '--file', file);
      expect(JSON.parse(stdout)).toEqual({ kind: 'scores', format: 'hubspot', file, rows: 2500 });
      expect(readRows(await readFile(file, 'utf8'))).toHaveLength(2500);
      const entry = await getDb().auditEntry.findFirstOrThrow({ where: { action: 'list.exported' } });
      expect(entry).toMatchObject({
        actor: 'command line',
        subject: 'list:scores',
        details: { format: 'hubspot' },
      });
    },
    SLOW,
  );

  it(
    'makes a key that works, and prints nothing else',
    async () => {
      const scopes = ['--scope', 'leads:read,deals:read', '--scope', 'queue:read'];
      const { stdout } = await command('api-key', 'create', '--name', 'From the shell', ...scopes);
      expect(stdout).toMatch(/^lg_[\w-]{43}\n$/u);
      const key = stdout.trim();
      expect((await callApi(key, 'GET /leads?limit=1')).status).toBe(200);
      expect((await callApi(key, 'GET /companies')).status).toBe(403);
    },
    SLOW,
  );

  it(
    'says what is wrong with a call',
    async () => {
      const refused = command('api-key', 'create', '--name', 'X', '--scope', 'leads:fly');
      await expect(refused).rejects.toMatchObject({ code: 2 });
      await expect(refused).rejects.toThrow('“leads:fly” is no scope');
    },
    SLOW,
  );

  it.each([
    [{ kind: 'people', file: 'x' }, 'kind'],
    [{ kind: 'leads', file: 'x', format: 'hubspot' }, ''],
    [{ kind: 'leads' }, 'file'],
    [{ kind: 'leads', file: 'x', format: 'xml' }, 'format'],
  ])('refuses %j', (call, part) => {
    const read = exportCallSchema.safeParse(call);
    expect(read.error?.issues.map((issue) => issue.path.join('.'))).toEqual([part]);
  });
});

describe('everything of a kind', () => {
  it('holds companies, events and deals whole', async () => {
    expect(await readSheet(await openCompanySheet())).toHaveLength(40);
    const [company] = await readSheet(await openCompanySheet());
    expect(company).toMatchObject({
      technologies: 'A; B',
      domain: expect.stringContaining('firm') as string,
    });
    const events = await readSheet(openEventSheet());
    expect(events).toMatchObject([
      { type: 'demo_requested', 'lead.email': 'person0@firm0.example', properties: '{"form":"Sales"}' },
    ]);
    const deals = await readSheet(openDealSheet());
    expect(deals).toMatchObject([
      { externalId: 'd1', name: "'@Deal", amount: '10.50', 'lead.email': 'person0@firm0.example' },
    ]);
    expect(await readSheet(await openLeadSheet(toConditions({}), 'added'))).toHaveLength(2501);
    expect(await readSheet(openScoreSheet(toConditions({}), 'rank', 'plain'))).toHaveLength(2501);
  });
});
