import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { countUndo, findImport } from '@/lib/imports/data';
import { pruneImportEdits } from '@/lib/imports/mutations/prune-edits';
import { requestUndo, undoImport, undoImportNow } from '@/lib/imports/mutations/undo-import';
import { checkScores } from '@/lib/runtime/check-scores';
import { runWorkerOnce } from '@/lib/runtime/worker-jobs';
import { rescoreStale } from '@/lib/scores/mutations/rescore-stale';
import { closeDb, getDb } from '@/lib/server/db';
import { clearDatabase } from '../support/clear-database';
import {
  ACTIVITIES,
  COMPANIES,
  CONTACTS,
  createImporter,
  createUser,
  DEALS,
  LATER,
  run,
  snapshot,
} from '../support/import-fixtures';

const clock = { clock: () => new Date() };

/** All that imports write, without the marks that a row was touched. */
async function readHouse() {
  const { companies, leads, events, deals, changes, definitions } = await snapshot();
  const plain = <T extends { updatedAt: Date }>(rows: T[]) =>
    rows.map((row) => ({ ...row, updatedAt: null }));
  const engagements = await getDb().engagement.findMany({ orderBy: { leadId: 'asc' } });
  return {
    companies: plain(companies),
    leads: plain(leads),
    deals: plain(deals),
    events,
    changes,
    definitions,
    engagements,
  };
}

const change = (text: string) =>
  text
    .replace('Head of Sales Operations', 'Chief Revenue Officer')
    .replace('Laura,Smith,laura@home.example', 'Laura,Smith-Jones,laura@home.example')
    .replace('Contact ID,', 'Plan,Contact ID,')
    .replaceAll('\nCONT', '\npro,CONT');

describe('undoing an import', () => {
  beforeEach(clearDatabase);
  afterAll(closeDb);

  it('of each kind leads back to the state before, newest first', async () => {
    await createUser('rep@x.example', 'rep');
    const states = [await readHouse()];
    const ids: string[] = [];
    const go = async (...args: Parameters<typeof run>) => {
      ids.push((await run(...args)).importId);
      await rescoreStale(clock);
      states.push(await readHouse());
    };
    await go('companies', COMPANIES);
    await go('leads', CONTACTS);
    await go('events', ACTIVITIES);
    await go('deals', DEALS);
    await go('companies', COMPANIES.replace('1200', '1500').replace('Lumen Freight', 'Lumen AG'), {
      now: LATER,
    });
    await go('leads', change(CONTACTS), { now: LATER });
    await go('deals', DEALS.replace('Contract Sent', 'Closed Lost').replace('nobody@lumen', 'tomas@lumen'), {
      now: LATER,
    });
    while (ids.length > 0) {
      states.pop();
      const told = await countUndo(ids.at(-1) ?? '');
      const undone = await undoImportNow(ids.pop() ?? '');
      expect(undone).toEqual({
        ...told,
        companiesKept: undone.companiesKept,
        companiesRemoved: undone.companiesRemoved,
      });
      expect(await readHouse()).toEqual(states.at(-1));
      await rescoreStale(clock);
      expect(await checkScores()).toMatchObject({ differ: 0 });
    }
    expect(await getDb().importEdit.count()).toBe(0);
    expect((await readHouse()).leads).toEqual([]);
  });

  it('keeps rows on which something else hangs, and values that changed since; and says so', async () => {
    const rep = await createUser('rep@x.example', 'rep');
    await run('leads', 'email,title,city\nold@x.example,CFO,Rome\n');
    const { importId } = await run(
      'leads',
      'email,title,city,company\nold@x.example,CEO,Milan,Acme\nnew@x.example,VP,Bonn,Acme\nbusy@x.example,VP,Bonn,Acme\n',
      { now: LATER },
    );
    await run('leads', 'email,title\nold@x.example,Chair\n', { now: new Date('2026-11-24T10:00:00Z') });
    const lead = async (emailKey: string) => getDb().lead.findUnique({ where: { emailKey } });
    const busy = await lead('busy@x.example');
    await getDb().activity.create({ data: { leadId: busy?.id ?? '', userId: rep.id, type: 'call' } });
    expect(await countUndo(importId)).toMatchObject({ leadsRemoved: 1, leadsKept: 1, rowsRestored: 1 });
    expect(await undoImportNow(importId)).toMatchObject({
      leadsRemoved: 1,
      leadsKept: 1,
      companiesRemoved: 0,
      companiesKept: 1,
      rowsRestored: 1,
      valuesKept: 1,
    });
    expect(await lead('old@x.example')).toMatchObject({
      companyId: null,
      attributes: { title: 'Chair', city: 'Rome' },
    });
    expect(await lead('new@x.example')).toBeNull();
    expect(await lead('busy@x.example')).toMatchObject({ attributes: { title: 'VP' } });
    expect(await findImport(importId)).toMatchObject({ stage: 'undone', undoable: false });
    await expect(undoImportNow(importId)).rejects.toThrow('undone already');
  });

  it('is possible for ninety days, as long as what it changed is kept', async () => {
    await run('leads', 'email,title\nold@x.example,CEO\n');
    const { importId } = await run('leads', 'email,title\nold@x.example,Chair\n', { now: LATER });
    const { finishedAt } = await getDb().import.findUniqueOrThrow({ where: { id: importId } });
    const after = (days: number) => new Date((finishedAt?.getTime() ?? 0) + days * 86_400_000);
    expect(await pruneImportEdits(after(89))).toBe(0);
    expect(await findImport(importId)).toMatchObject({ undoable: true });
    expect(await pruneImportEdits(after(91))).toBe(1);
    expect(await findImport(importId)).toMatchObject({ undoable: false });
    await expect(undoImportNow(importId)).rejects.toThrow('for 90 days');
    expect(await getDb().importEdit.count()).toBe(0);
  });

  it('goes on where a worker that was killed has stopped', async () => {
    const actor = await createImporter();
    const rows = Array.from(
      { length: 3_500 },
      (_, index) => `p${index}@x.example,x${index % 9}.example\n`,
    ).join('');
    await run('leads', 'email,name\np7@x.example,Seven\n');
    const { importId } = await run('leads', `email,company domain\n${rows}`, { now: LATER });
    await requestUndo(actor, importId);
    const stop = new AbortController();
    const stopped = undoImport(importId, {
      signal: stop.signal,
      onProgress: ({ leadsRemoved }) => leadsRemoved >= 2_000 && stop.abort(),
    });
    await expect(stopped).rejects.toThrow('abort');
    expect(await findImport(importId)).toMatchObject({ stage: 'undoing' });
    await runWorkerOnce();
    expect(await findImport(importId)).toMatchObject({
      stage: 'undone',
      undone: { leadsRemoved: 3_499, leadsKept: 0, companiesRemoved: 9, rowsRestored: 1 },
    });
    expect(await getDb().lead.findMany({ select: { email: true, companyId: true } })).toEqual([
      { email: 'p7@x.example', companyId: null },
    ]);
  });
});
