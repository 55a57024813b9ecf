import { Readable } from 'node:stream';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { listTimeline } from '@/lib/activities/data';
import { listAuditEntries } from '@/lib/audit/data';
import { grant } from '@/lib/auth/actor';
import type { Permission } from '@/lib/auth/permissions';
import { countFiltered, listFiltered } from '@/lib/events/data';
import { decideEvent, restoreReason, storeEvents } from '@/lib/events/mutations';
import { importLocalFile } from '@/lib/imports/mutations/run-import';
import { importOptionsSchema } from '@/lib/imports/schema';
import { rescoreStale } from '@/lib/scores/mutations/rescore-stale';
import { closeDb, getDb, getPool } from '@/lib/server/db';
import { AppError } from '@/lib/server/errors';
import { clearDatabase } from '../support/clear-database';

const NOW = new Date('2026-11-22T10:00:00Z');

const LEADS = `Email,Job Title,Company,Website
mira@kessel.example,Head of Sales,Kessel,kessel.example
tomas@kessel.example,Analyst,Kessel,kessel.example
`;

/** Mira's mail gateway follows three links, a program reads the prices; she herself opens and clicks once. */
const EVENTS = `messageId,event,timestamp,email,campaign,url,path,user_agent
m1,Email Sent,2026-11-21T09:00:01Z,mira@kessel.example,june,,,
m2,Email Opened,2026-11-21T09:00:03Z,mira@kessel.example,june,,,
m3,Email Clicked,2026-11-21T09:10:20Z,mira@kessel.example,june,https://a.example/1,,
m4,Email Clicked,2026-11-21T09:10:21Z,mira@kessel.example,june,https://a.example/2,,
m5,Email Clicked,2026-11-21T09:10:21Z,mira@kessel.example,june,https://a.example/3,,
m6,Page Viewed,2026-11-21T12:00:30Z,mira@kessel.example,,,/pricing,curl/8.5.0
m7,Email Opened,2026-11-21T15:12:41Z,mira@kessel.example,june,,,
m8,Email Clicked,2026-11-21T15:13:05Z,mira@kessel.example,june,https://a.example/1,,
`;

async function importCsv(kind: 'leads' | 'events', content: string) {
  const options = importOptionsSchema.parse({ mapping: { kind }, source: null });
  const file = { fileName: `${kind}.csv`, openBytes: () => Readable.from([Buffer.from(content)]) };
  const { progress } = await importLocalFile(file, options, { clock: () => NOW });
  await rescoreStale({ clock: () => NOW });
  return progress;
}

async function becomeActor<P extends Permission>(permission: P) {
  const user = await getDb().user.upsert({
    where: { email: 'olga@ops.example' },
    create: { name: 'Olga Ops', email: 'olga@ops.example', role: 'ops', passwordHash: 'none' },
    update: {},
  });
  const actor = grant(user, permission);
  if (!actor) throw new Error(`Ops may not ${permission}`);
  return actor;
}

async function readReasons(): Promise<Record<string, string | null>> {
  const events = await getDb().event.findMany({ orderBy: { messageId: 'asc' } });
  return Object.fromEntries(
    events.map(({ messageId, filteredAs }) => [messageId.replace(/^.*:/, ''), filteredAs]),
  );
}

async function readScore() {
  const lead = await getDb().lead.findUniqueOrThrow({ where: { emailKey: 'mira@kessel.example' } });
  const { fit, intent, score } = await getDb().leadScore.findUniqueOrThrow({ where: { leadId: lead.id } });
  return { fit, intent, score };
}

async function findEvent(key: string) {
  return getDb().event.findFirstOrThrow({ where: { messageId: { endsWith: key } } });
}

beforeEach(clearDatabase);
afterAll(closeDb);

describe('events that no person did', () => {
  it('are kept with their reason when they are imported, and do not count', async () => {
    await importCsv('leads', LEADS);
    const people = EVENTS.split('\n').filter((line) => !/^m[23456],/.test(line));
    await importCsv('events', people.join('\n'));
    const without = await readScore();

    expect(await importCsv('events', EVENTS)).toMatchObject({ created: 5, unchanged: 3 });
    expect(await readReasons()).toEqual({
      m1: null,
      m2: 'prefetch',
      m3: 'burst',
      m4: 'burst',
      m5: 'burst',
      m6: 'bot',
      m7: null,
      m8: null,
    });
    expect(await readScore()).toEqual(without);
  });

  it('are told by what comes later, across imports', async () => {
    await importCsv('leads', LEADS);
    const [head = '', ...rows] = EVENTS.split('\n');
    await importCsv('events', [head, ...rows.slice(1, 4)].join('\n'));
    const counted = await readScore();
    expect(await readReasons()).toEqual({ m2: null, m3: null, m4: null });

    await importCsv('events', [head, rows[0], rows[4]].join('\n'));
    expect(await readReasons()).toEqual({ m1: null, m2: 'prefetch', m3: 'burst', m4: 'burst', m5: 'burst' });
    expect((await readScore()).intent).toBeLessThan(counted.intent);
  });

  it('are found among colleagues, in one query for the whole set', async () => {
    await importCsv('leads', LEADS);
    const company = await getDb().company.findFirstOrThrow({ where: { name: 'Kessel' } });
    const third = await getDb().lead.create({
      data: { email: 'a@kessel.example', emailKey: 'a@kessel.example', companyId: company.id },
    });
    const leads = await getDb().lead.findMany({ where: { companyId: company.id } });
    const clicks = leads.map(({ id }, index) => ({
      id: third.id.replace(/.$/, String(index)),
      messageId: `sweep-${index}`,
      leadId: id,
      companyId: company.id,
      type: 'email_clicked',
      at: new Date(NOW.getTime() - 3_600_000 + 7_000 + index * 1_000).toISOString(),
      properties: { url: '/a' },
      source: 'test',
    }));
    const place = { receivedAt: NOW, importId: null };
    await storeEvents(getPool(), clicks.slice(0, 2), place);
    const stored = await storeEvents(getPool(), clicks.slice(2), place);
    expect(await readReasons()).toEqual({ 'sweep-0': 'sweep', 'sweep-1': 'sweep', 'sweep-2': 'sweep' });
    // The two that had counted are rescored; the third never counted.
    expect(stored.leadIds.size).toBe(2);
  });
});

describe('restoring', () => {
  it('restates the score, is logged, can be taken back, and stands against importing again', async () => {
    await importCsv('leads', LEADS);
    await importCsv('events', EVENTS);
    const before = await readScore();
    const actor = await becomeActor('events:decide');
    const { id } = await findEvent('m6');

    await decideEvent(actor, { eventId: id, counts: true });
    await rescoreStale({ clock: () => NOW });
    const after = await readScore();
    expect(after.intent).toBeGreaterThan(before.intent);
    const changes = await getDb().scoreChange.findMany({ where: { cause: 'restore' } });
    expect(changes).toMatchObject([{ scoreBefore: before.score, score: after.score, intent: after.intent }]);
    expect((await listAuditEntries({ limit: 1 }))[0]).toMatchObject({
      action: 'event.restored',
      details: { reason: 'bot', type: 'page_viewed' },
    });
    await expect(decideEvent(actor, { eventId: id, counts: true })).rejects.toThrow(AppError);

    expect(await importCsv('events', EVENTS)).toMatchObject({ created: 0, unchanged: 8 });
    expect((await findEvent('m6')).filteredAs).toBeNull();
    expect(await readScore()).toEqual(after);

    await decideEvent(actor, { eventId: id, counts: false });
    await rescoreStale({ clock: () => NOW });
    expect(await readScore()).toEqual(before);
    expect(await findEvent('m6')).toMatchObject({ filteredAs: 'bot', restoredFrom: null });
  });

  it('stands against later events that would tell of a burst', async () => {
    await importCsv('leads', LEADS);
    await importCsv('events', EVENTS);
    const actor = await becomeActor('events:decide');
    await decideEvent(actor, { eventId: (await findEvent('m4')).id, counts: true });
    const [head = ''] = EVENTS.split('\n');
    const more = 'm9,Email Clicked,2026-11-21T09:10:21Z,mira@kessel.example,june,https://a.example/4,,';
    await importCsv('events', [head, more].join('\n'));
    expect(await readReasons()).toMatchObject({ m3: 'burst', m4: null, m5: 'burst', m9: 'burst' });
  });

  it('of a whole reason takes all its events and leaves the others', async () => {
    await importCsv('leads', LEADS);
    await importCsv('events', EVENTS);
    const before = await readScore();
    expect(await countFiltered(NOW)).toEqual([
      { reason: 'burst', total: 3, recent: 3 },
      { reason: 'bot', total: 1, recent: 1 },
      { reason: 'prefetch', total: 1, recent: 1 },
    ]);
    const ops = await becomeActor('rubric:write');
    expect(await restoreReason(ops, 'burst')).toEqual({ events: 3, leads: 1 });
    expect(await restoreReason(ops, 'burst')).toEqual({ events: 0, leads: 0 });
    await rescoreStale({ clock: () => NOW });
    expect((await readScore()).intent).toBeGreaterThan(before.intent);
    expect((await countFiltered(NOW)).map(({ reason }) => reason)).toEqual(['bot', 'prefetch']);
  });
});

describe('showing', () => {
  it('pages through what is filtered, newest first, forth and back', async () => {
    await importCsv('leads', LEADS);
    await importCsv('events', EVENTS);
    const ids = (rows: { id: string }[]) => rows.map(({ id }) => id);
    const all = await listFiltered({ limit: 10 });
    expect(all.map(({ reason }) => reason)).toEqual(['bot', 'burst', 'burst', 'burst', 'prefetch']);
    expect(all[0]).toMatchObject({ leadEmail: 'mira@kessel.example', companyName: 'Kessel' });
    const first = await listFiltered({ limit: 2 });
    const second = await listFiltered({ limit: 2, before: first[1] });
    expect(ids([...first, ...second])).toEqual(ids(all.slice(0, 4)));
    expect(ids(await listFiltered({ limit: 2, after: second[0] }))).toEqual(ids(first));
    expect(ids(await listFiltered({ limit: 9, reason: 'bot' }))).toEqual(ids(all.slice(0, 1)));
  });

  it('tells on the timeline what does not count, and what counts by a person’s word', async () => {
    await importCsv('leads', LEADS);
    await importCsv('events', EVENTS);
    const lead = await getDb().lead.findUniqueOrThrow({ where: { emailKey: 'mira@kessel.example' } });
    const { id } = await findEvent('m6');
    const read = async () =>
      (await listTimeline(lead, ['behaviour'], NOW)).entries.find((entry) => entry.id.endsWith(id));
    expect(await read()).toMatchObject({ filteredAs: 'bot', restoredFrom: null, eventId: id });
    await decideEvent(await becomeActor('events:decide'), { eventId: id, counts: true });
    expect(await read()).toMatchObject({ filteredAs: null, restoredFrom: 'bot', eventId: id });
  });
});
