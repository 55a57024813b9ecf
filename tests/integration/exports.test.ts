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
import { openListSheet } from '@/lib/exports/data/screen-sheets';
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
  const command = (name: string, ...args: string[]) =>
    run(process.execPath, ['lib/runtime/bootstrap.mjs', `lib/runtime/commands/${name}`, ...args]);
  const refusal = (name: string, ...args: string[]) =>
    command(name, ...args).then(
      () => ({ code: 0, stderr: '' }),
      (error: unknown) => z.object({ code: z.number(), stderr: z.string() }).parse(error),
    );

  it('exports every kind, and notes it in the audit log', async () => {
    const counts = { leads: 2501, companies: 40, events: 1, deals: 1, scores: 2501 };
    for (const [kind, rows] of Object.entries(counts)) {
      const file = path.join(folder, `${kind}.csv`);
      const { stdout } = await command('export', '--kind', kind, '--file', file);
      expect(JSON.parse(stdout)).toEqual({ kind, format: 'plain', file, rows });
      expect(readRows(await readFile(file, 'utf8'))).toHaveLength(rows);
    }
    const [event] = readRows(await readFile(path.join(folder, 'events.csv'), 'utf8'));
    expect(event).toMatchObject({
      type: 'demo_requested',
      'lead.email': 'person0@firm0.example',
      properties: '{"form":"Sales"}',
    });
    const { stdout } = await command('export', '--kind', 'scores', '--format', 'hubspot', '--file', '-');
    expect(readRows(stdout)).toHaveLength(2500);
    expect(
      await getDb().auditEntry.count({ where: { action: 'list.exported', actor: 'command line' } }),
    ).toBe(6);
  });

  it('says what is wrong with a call', async () => {
    expect(await refusal('export', '--kind', 'people', '--file', 'x')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--kind is one of'),
    });
    expect(await refusal('export', '--kind', 'leads', '--format', 'hubspot', '--file', 'x')).toMatchObject({
      code: 2,
    });
    expect(await refusal('export', '--kind', 'leads')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--file is needed'),
    });
    expect(await refusal('api-key', 'create', '--name', 'X', '--scope', 'leads:fly')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('“leads:fly” is no scope'),
    });
  });

  it('makes a key that works, lists it and revokes it', async () => {
    const { stdout } = await command(
      'api-key',
      'create',
      '--name',
      'From the shell',
      '--scope',
      'leads:read,deals:read',
    );
    expect(stdout).toMatch(/^lg_[\w-]{43}\n$/u);
    const key = stdout.trim();
    expect((await callApi(key, 'GET /leads?limit=1')).status).toBe(200);
    expect((await callApi(key, 'GET /companies')).status).toBe(403);
    const listed = (await command('api-key', 'list')).stdout;
    expect(listed).not.toContain(key);
    const row = listed
      .split('\n')
      .map(
        (line) =>
          z.object({ id: z.string(), name: z.string() }).safeParse(line === '' ? null : JSON.parse(line))
            .data,
      )
      .find((one) => one?.name === 'From the shell');
    await command('api-key', 'revoke', '--id', row?.id ?? '');
    expect((await callApi(key, 'GET /leads?limit=1')).status).toBe(401);
  });
});
