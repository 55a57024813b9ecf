import { Readable } from 'node:stream';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { findImport, findImportOptions, findUploadSize, listRejections } from '@/lib/imports/data';
import { importUpload } from '@/lib/imports/mutations/run-import';
import {
  applyMapping,
  changeOptions,
  discardImport,
  queueImport,
  storeUpload,
} from '@/lib/imports/mutations/uploads';
import { importOptionsSchema } from '@/lib/imports/schema';
import { runWorkerOnce } from '@/lib/runtime/worker-jobs';
import { closeDb, getDb, getPool } from '@/lib/server/db';
import { clearDatabase } from '../support/clear-database';
import { NOW, run, counts, createImporter } from '../support/import-fixtures';

beforeEach(clearDatabase);
afterAll(closeDb);

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
    const broken = 'email,title\na@x.example,"CFO\n';
    await expect(storeUpload(actor, 'x.csv', bytes(broken), NOW)).rejects.toThrow('Row 2');
    const many = Array.from({ length: 20_000 }, (_, index) => `p${index}@x.example,CFO\n`).join('');
    const id = await storeUpload(actor, 'x.csv', bytes(`email,title\n${many}a@x.example,"CFO\n`), NOW);
    await queueImport(actor, id, NOW);
    await runWorkerOnce();
    expect(await findImport(id)).toMatchObject({
      stage: 'failed',
      error: expect.stringContaining('Row 20002') as string,
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
