import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { changeView, deleteView, saveView } from '@/lib/views/mutations';
import { listViews } from '@/lib/views/data';
import { saveViewSchema } from '@/lib/views/schema';
import { closeDb, getDb } from '@/lib/server/db';
import { grant, type Actor } from '@/lib/auth/actor';
import { clearDatabase } from '../support/clear-database';
import { addWorker } from '../support/work-fixtures';

const read = (view: object) => saveViewSchema.parse(view);
const asReader = (actor: Actor<'leads:work'>) => {
  const reader = grant(actor, 'leads:read');
  if (!reader) throw new Error('Everyone may read leads.');
  return reader;
};

describe('saved views', () => {
  beforeEach(clearDatabase);
  afterAll(closeDb);

  it('keep the filters, not the page, nor an address elsewhere', () => {
    const address = '/queue?tab=free&tier=A,B&lead=0198a1b2-0000-7000-8000-000000000001&after=1.2&evil=1';
    expect(read({ name: ' Hot ', address, shared: false })).toEqual({
      name: 'Hot',
      address: '/queue?tab=free&tier=A,B',
      shared: false,
    });
    expect(read({ name: 'x', address: 'https://evil.example/?tab=team', shared: false }).address).toBe(
      '/queue?tab=team',
    );
    expect(saveViewSchema.safeParse({ name: '  ', address: '/queue', shared: false }).success).toBe(false);
  });

  it('are a person’s own unless they are shared', async () => {
    const maya = asReader(await addWorker('Maya Krause'));
    const henrik = asReader(await addWorker('Henrik Vogel', 'manager'));
    await saveView(maya, read({ name: 'Hot', address: '/queue?tier=A', shared: false }));
    const { id } = await saveView(
      henrik,
      read({ name: 'DACH', address: '/queue?country=Germany', shared: true }),
    );
    expect((await listViews(maya.id)).map(({ name, by }) => [name, by])).toEqual([
      ['DACH', 'Henrik Vogel'],
      ['Hot', null],
    ]);
    expect((await listViews(henrik.id)).map(({ name }) => name)).toEqual(['DACH']);
    await expect(deleteView(maya, id)).rejects.toThrow('not yours');
    await expect(changeView(maya, { id, name: 'Mine', shared: false })).rejects.toThrow('not yours');
    await changeView(henrik, { id, name: 'Germany', shared: false });
    expect((await listViews(maya.id)).map(({ name }) => name)).toEqual(['Hot']);
    expect(await getDb().auditEntry.count({ where: { subject: `view:${id}` } })).toBe(2);
  });

  it('give way to a newer one of that name, and come back when deleted by mistake', async () => {
    const maya = asReader(await addWorker('Maya Krause'));
    const first = await saveView(maya, read({ name: 'Hot', address: '/queue?tier=A', shared: false }));
    const second = await saveView(maya, read({ name: 'Hot', address: '/queue?tier=B', shared: false }));
    expect(second.id).toBe(first.id);
    await saveView(maya, read({ name: 'Cold', address: '/queue?tier=C', shared: false }));
    await expect(changeView(maya, { id: first.id, name: 'Cold', shared: false })).rejects.toThrow(
      'another view',
    );
    await saveView(maya, await deleteView(maya, first.id));
    expect((await listViews(maya.id)).map(({ name, address }) => [name, address])).toEqual([
      ['Cold', '/queue?tier=C'],
      ['Hot', '/queue?tier=B'],
    ]);
  });
});
