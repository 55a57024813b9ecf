import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { countDuplicates, listDuplicates, listDuplicatesOf } from '@/lib/duplicates/data';
import { judgeDuplicate, proposeDuplicates } from '@/lib/duplicates/mutations';
import { mergeLeads } from '@/lib/leads/mutations/merge-leads';
import { undoMerge } from '@/lib/leads/mutations/undo-merge';
import { runWorkerOnce } from '@/lib/runtime/worker-jobs';
import { closeDb, getDb } from '@/lib/server/db';
import { clearDatabase } from '../support/clear-database';
import { run } from '../support/import-fixtures';
import { clearJobs } from '../support/score-fixtures';
import { addMerger } from '../support/work-fixtures';

/** The proposed pairs as "basis: one, other", by what their leads are known by. */
async function readPairs(): Promise<string[]> {
  const { pairs } = await listDuplicates(100, null);
  return pairs
    .map(({ basis, sides }) => {
      const names = sides.map(({ email, externalId }) => email ?? externalId).sort();
      return `${basis}: ${names.join(', ')}`;
    })
    .sort();
}

const LEADS = `email,name,company,external id
anna.kessel@gmail.com,Anna Kessel,,
annakessel+crm@googlemail.com,A. Kessel,,
anna.kessel@home.example,Anna Kessel,,
bert+news@acme.example,Bert Brandt,Acme,
bert@acme.example,,Acme,
clara@acme.example,Clara Nordström,Acme,
c.nordstrom@acme.example,Clara Nordstrom,Acme,
clara@other.example,Clara Nordström,Other,
dan@acme.example,Daniel Weber,Acme,
`;

describe('duplicates', () => {
  beforeEach(async () => {
    await clearDatabase();
    await clearJobs();
  });
  afterAll(closeDb);

  it('are proposed by mailbox and by alike names at one company, and by nothing less', async () => {
    await run('leads', LEADS);
    await runWorkerOnce();
    expect(await readPairs()).toEqual([
      'email: anna.kessel@gmail.com, annakessel+crm@googlemail.com',
      'email: bert+news@acme.example, bert@acme.example',
      'name: c.nordstrom@acme.example, clara@acme.example',
    ]);
    expect(await getDb().lead.count({ where: { mergedIntoId: { not: null } } })).toBe(0);
    expect(await proposeDuplicates(null)).toBe(0);
  });

  it('are proposed by one external id in two sources; short ones only with alike names', async () => {
    const file = 'external id,name\n00Q5g00000AbCdE,Ann Lee\n42,Bo Berg\n43,Cy Dahl\n';
    await run('leads', file, { source: 'salesforce' });
    await run('leads', file.replace('Ann Lee', 'Somebody').replace('Cy Dahl', 'Ed Falk'), {
      source: 'old crm',
    });
    await proposeDuplicates(null);
    expect(await readPairs()).toEqual([
      'external_id: 00Q5g00000AbCdE, 00Q5g00000AbCdE',
      'external_id: 42, 42',
    ]);
  });

  it('found since an instant are those of which one is new', async () => {
    await run('leads', 'email\nann@x.example\nann+a@x.example\nbo@x.example\n');
    await run('leads', 'email\nbo+a@x.example\n', { now: new Date('2026-11-23T10:00:00Z') });
    expect(await proposeDuplicates(new Date('2026-11-23T00:00:00Z'))).toBe(1);
    expect(await readPairs()).toEqual(['email: bo+a@x.example, bo@x.example']);
  });

  it('do not grow with the square where many share one mailbox, nor by names in a huge company', async () => {
    const many = Array.from({ length: 400 }, (_, i) => `one+${i}@x.example,Ann Lee ${i},Huge`).join('\n');
    await run('leads', `email,name,company\n${many}\ntwin@x.example,Ann Lee 7,Huge\n`);
    expect(await proposeDuplicates(null)).toBe(400);
  });

  it('that are not the same are remembered; merged ones are gone, and back when that is undone', async () => {
    const actor = await addMerger('Omar');
    await run('leads', LEADS);
    await proposeDuplicates(null);
    const { pairs } = await listDuplicates(1, null);
    const [pair] = pairs;
    const [keep, other] = [pair?.sides[0].id ?? '', pair?.sides[1].id ?? ''];
    await judgeDuplicate(actor, { leadId: other, otherId: keep, same: false }, new Date());
    expect(await countDuplicates(10)).toBe(2);
    await proposeDuplicates(null);
    expect(await countDuplicates(10)).toBe(2);
    await judgeDuplicate(actor, { leadId: keep, otherId: other, same: true }, new Date());
    expect(await listDuplicatesOf(keep, 5)).toMatchObject([{ id: other, basis: 'email' }]);
    const { mergeId } = await mergeLeads(actor, { survivorId: keep, mergedId: other }, new Date());
    expect(await countDuplicates(10)).toBe(2);
    await undoMerge(actor, mergeId, new Date());
    expect(await countDuplicates(10)).toBe(3);
    const stranger = { leadId: keep, otherId: '00000000-0000-7000-8000-000000000000', same: false };
    await expect(judgeDuplicate(actor, stranger, new Date())).rejects.toThrow('not proposed');
  });

  it('come page by page', async () => {
    await run('leads', LEADS);
    await proposeDuplicates(null);
    const first = await listDuplicates(2, null);
    const second = await listDuplicates(2, first.next);
    expect([first.pairs.length, second.pairs.length, second.next]).toEqual([2, 1, null]);
  });
});
