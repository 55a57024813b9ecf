import { Readable } from 'node:stream';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { findImport, findImportOptions } from '@/lib/imports/data';
import { previewScores } from '@/lib/imports/mutations/preview-scores';
import { tryFile } from '@/lib/imports/mutations/run-import';
import { changeOptions, queueImports, requestDryRun, storeUpload } from '@/lib/imports/mutations/uploads';
import { importOptionsSchema } from '@/lib/imports/schema';
import { runWorkerOnce } from '@/lib/runtime/worker-jobs';
import { closeDb, getDb } from '@/lib/server/db';
import { clearDatabase } from '../support/clear-database';
import {
  COMPANIES,
  CONTACTS,
  counts,
  createImporter,
  DEALS,
  NOW,
  run,
  snapshot,
} from '../support/import-fixtures';
import { makeWorkbook } from '../support/make-workbook';

const bytes = (content: string | Buffer) => Readable.from([Buffer.from(content)]);

describe('imports', () => {
  beforeEach(clearDatabase);
  afterAll(closeDb);

  it('of a workbook go in by its typed cells, from the sheet that was chosen', async () => {
    const actor = await createImporter();
    const workbook = makeWorkbook({
      Notes: [['Read me'], ['Nothing here']],
      Leads: [
        ['Email', 'Job Title', 'Seats', 'Renewal', 'Created'],
        ['a@x.example', 'CFO', 1234.5, new Date('2027-03-04'), new Date('2024-01-02T10:00:00Z')],
      ],
    });
    const id = await storeUpload(actor, 'leads.xlsx', bytes(workbook), NOW);
    const options = importOptionsSchema.parse({
      mapping: { kind: 'leads' },
      source: null,
      format: { sheet: 'Leads' },
    });
    await changeOptions(actor, id, options);
    await queueImports(actor, [id], NOW);
    await runWorkerOnce();
    expect(await findImport(id)).toMatchObject({ stage: 'done', ...counts(1, 0, 0, 0) });
    expect(await getDb().lead.findFirst()).toMatchObject({
      createdAt: new Date('2024-01-02T10:00:00Z'),
      attributes: { title: 'CFO', custom: { seats: 1234.5, renewal: '2027-03-04' } },
    });
  });

  it('read numbers and dates as found, or as somebody says', async () => {
    const file =
      'email;menge;seit;wert\na@x.example;1.234,5;03/04/2024;1.234\nb@x.example;2,5;05/06/2024;5.678\n';
    await run('leads', file);
    const read = async () => {
      const lead = await getDb().lead.findUniqueOrThrow({ where: { emailKey: 'a@x.example' } });
      return lead.attributes;
    };
    expect(await read()).toEqual({ custom: { menge: 1234.5, seit: '03/04/2024', wert: 1234 } });
    await clearDatabase();
    const styles = { seit: { dates: 'dmy' }, wert: { numbers: 'english' } };
    await run('leads', file, { mapping: { styles } });
    expect(await read()).toEqual({ custom: { menge: 1234.5, seit: '2024-04-03', wert: 1.234 } });
  });

  it('tried out say what they would do, and leave nothing behind', async () => {
    await run('leads', 'email,title\na@x.example,CFO\n');
    const before = await snapshot();
    const options = importOptionsSchema.parse({ mapping: { kind: 'leads' }, source: null });
    const file =
      'email,title,Plan,company\na@x.example,CEO,pro,Acme\nb@x.example,VP,free,Acme\nbad,VP,free,Acme\n';
    const tried = await tryFile(options, () => bytes(file), { clock: () => NOW });
    expect(tried).toMatchObject({
      progress: { rowsRead: 3, ...counts(1, 1, 0, 1) },
      rejections: [{ row: 4, column: 'email' }],
    });
    expect(await snapshot()).toEqual(before);
    expect(await getDb().import.count()).toBe(1);
    expect(await run('leads', file)).toMatchObject(counts(1, 1, 0, 1));
  });

  it('tried out by the worker keep what was found, until they are read another way', async () => {
    const actor = await createImporter();
    const id = await storeUpload(actor, 'x.csv', bytes('email,title\na@x.example,CFO\nbad,CFO\n'), NOW);
    await requestDryRun(actor, id);
    await runWorkerOnce();
    expect(await findImport(id)).toMatchObject({
      stage: 'draft',
      dryRun: { state: 'done', progress: counts(1, 0, 0, 1), rejections: [{ row: 3 }] },
    });
    expect(await getDb().lead.count()).toBe(0);
    const options = await findImportOptions(id);
    if (options) await changeOptions(actor, id, options);
    expect(await findImport(id)).toMatchObject({ dryRun: null });
  });

  it('show what their first leads would score, and store none of it', async () => {
    const actor = await createImporter();
    await run('companies', COMPANIES);
    const before = await snapshot();
    const id = await storeUpload(actor, 'contacts.csv', bytes(CONTACTS), NOW);
    const scores = await previewScores(actor, id, NOW);
    expect(scores.map(({ row }) => row).sort()).toEqual([2, 3, 4]);
    expect(scores.find(({ row }) => row === 2)?.fit).toBeGreaterThan(
      scores.find(({ row }) => row === 4)?.fit ?? 100,
    );
    expect(await snapshot()).toEqual(before);
  });

  it('dropped together are taken in the order in which they need each other', async () => {
    const actor = await createImporter();
    const ids: string[] = [];
    for (const [name, content] of [
      ['deals.csv', DEALS],
      ['contacts.csv', CONTACTS],
      ['companies.csv', COMPANIES],
    ] as const) {
      ids.push(await storeUpload(actor, name, bytes(content), NOW));
    }
    await queueImports(actor, ids, NOW);
    await runWorkerOnce();
    const done = await Promise.all(ids.map((id) => findImport(id)));
    expect(done.map((entry) => [entry?.stage, entry?.created])).toEqual([
      ['done', 2],
      ['done', 3],
      ['done', 2],
    ]);
    const [deal] = await getDb().deal.findMany({ where: { externalId: 'DEAL-1' } });
    expect(deal?.leadId).not.toBeNull();
  });

  it('of 100,000 rows take no more memory than those of a few', async () => {
    async function* open() {
      yield Buffer.from('email,first name,title,company domain\n');
      for (let piece = 0; piece < 100; piece++) {
        const rows = Array.from({ length: 1_000 }, (_, row) => {
          const person = piece * 1_000 + row;
          return `p${person}@c${person % 5_000}.example,Person ${person},CFO,c${person % 5_000}.example\n`;
        });
        yield await Promise.resolve(Buffer.from(rows.join('')));
      }
    }
    const options = importOptionsSchema.parse({ mapping: { kind: 'leads' }, source: null });
    let peak = 0;
    const before = process.memoryUsage().heapUsed;
    const tried = await tryFile(options, open, {
      clock: () => NOW,
      onProgress: () => (peak = Math.max(peak, process.memoryUsage().heapUsed)),
    });
    expect(tried.progress).toMatchObject({ rowsRead: 100_000, created: 100_000 });
    expect((peak - before) / 1024 / 1024).toBeLessThan(400);
  }, 300_000);
});
