import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { grant, type Actor } from '@/lib/auth/actor';
import { runWorkerOnce } from '@/lib/runtime/worker-jobs';
import { findDraft, findLiveRubric, findLiveVersion, listRubricVersions } from '@/lib/rubrics/data';
import { RUBRIC_CHANNEL } from '@/lib/rubrics/constants';
import { announceEditing } from '@/lib/rubrics/mutations/announce';
import { createFirstRubric } from '@/lib/rubrics/mutations/create-rubric';
import { discardDraft, saveDraft } from '@/lib/rubrics/mutations/drafts';
import { publishRubric } from '@/lib/rubrics/mutations/publish';
import { publishSchema, saveDraftSchema } from '@/lib/rubrics/schema';
import { listScoreChanges, readRescoreProgress } from '@/lib/scores/data';
import { enqueueRescore } from '@/lib/scores/mutations/enqueue-rescore';
import { rescoreAll } from '@/lib/scores/mutations/rescore-all';
import { rescoreStale } from '@/lib/scores/mutations/rescore-stale';
import type { Rubric } from '@/lib/scoring/types';
import { getDb, getPool } from '@/lib/server/db';
import { listen } from '@/lib/server/listen';
import { parseInput } from '@/lib/server/parse';
import { readRubricMark } from '@/lib/stream/read-rubric-mark';
import { clearDatabase } from '../support/clear-database';
import { addLeads, clearJobs, leaveHouse, setLiveRubric, SMALL_RUBRIC } from '../support/score-fixtures';

const NOW = new Date('2026-11-02T09:00:00Z');
const clock = () => NOW;

/** The small rubric with other points for a head. */
function withPoints(points: number): Rubric {
  const rubric: Rubric = structuredClone(SMALL_RUBRIC);
  const criterion = rubric.fit.groups[0]?.criteria[0];
  if (criterion) criterion.points = points;
  return rubric;
}

describe('rubric versions', () => {
  let ops: Actor<'rubric:write'>;
  let firstId = '';

  beforeEach(async () => {
    await clearDatabase();
    await clearJobs();
    firstId = await setLiveRubric(SMALL_RUBRIC);
    const user = await getDb().user.create({
      data: { name: 'Olga Ops', email: 'olga@leadgrid.example', role: 'ops', passwordHash: 'none' },
    });
    const actor = grant(user, 'rubric:write');
    if (!actor) throw new Error('Ops may write the rubric');
    ops = actor;
  });
  afterAll(leaveHouse);

  it('score everyone anew from the moment they are published', async () => {
    const leads = await addLeads([{ title: 'Head' }, { title: 'Clerk' }]);
    await enqueueRescore(getPool(), { leadIds: leads, cause: 'attribute' });
    await rescoreStale({ clock });
    const input = { note: 'Heads matter less', document: withPoints(20), baseId: firstId };
    const published = await publishRubric(ops, parseInput(publishSchema, input), NOW);
    expect(published.number).toBe(2);
    expect(await findLiveRubric()).toMatchObject({ versionId: published.id, number: 2 });
    expect(await readRescoreProgress()).toEqual({ total: 2, done: 0, rubricNumber: 2 });

    await runWorkerOnce();
    expect(await readRescoreProgress()).toEqual({ total: 2, done: 2, rubricNumber: 2 });
    expect(await getDb().leadScore.findMany({ orderBy: { fit: 'desc' } })).toMatchObject([
      { leadId: leads[0], fit: 20, rubricVersionId: published.id },
      { leadId: leads[1], fit: 0, rubricVersionId: published.id },
    ]);
    expect((await listScoreChanges(leads[0] ?? ''))[0]).toMatchObject({
      cause: 'rubric',
      rubricNumber: 2,
      moved: [{ criterionId: 'head', before: 60, after: 20 }],
    });
    expect(await listRubricVersions()).toMatchObject([
      { number: 2, state: 'published', live: true, note: 'Heads matter less', publishedBy: 'Olga Ops' },
      { number: 1, state: 'retired', live: false },
    ]);
    expect(await getDb().auditEntry.findFirst({ where: { action: 'rubric.published' } })).toMatchObject({
      userId: ops.id,
      subject: 'rubric:2',
      details: { note: 'Heads matter less', from: 1, changes: ['A head: 60 → 20'] },
    });
  });

  it('leave every save of a draft in the audit log, with what it changed', async () => {
    const first = await saveDraft(ops, { document: withPoints(20), revision: 0 });
    const second = await saveDraft(ops, { document: withPoints(30), revision: first.revision });
    await saveDraft(ops, { document: withPoints(30), revision: second.revision });
    await discardDraft(ops);
    const entries = await getDb().auditEntry.findMany({
      where: { subject: 'rubric:draft' },
      orderBy: { id: 'asc' },
    });
    expect(
      entries.map(({ action, details, userId }) => ({ action, details, own: userId === ops.id })),
    ).toEqual([
      { action: 'rubric.draft_saved', details: { changes: ['A head: 60 → 20'] }, own: true },
      { action: 'rubric.draft_saved', details: { changes: ['A head: 20 → 30'] }, own: true },
      { action: 'rubric.draft_discarded', details: { changes: ['A head: 60 → 30'] }, own: true },
    ]);
  });

  it('go on where a rescoring was broken off, without a score that is neither', async () => {
    const leads = await addLeads(Array.from({ length: 4_500 }, () => ({ title: 'Head' })));
    await enqueueRescore(getPool(), { leadIds: leads, cause: 'attribute' });
    await rescoreStale({ clock });
    const { id } = await publishRubric(ops, { note: 'Less', document: withPoints(20), baseId: firstId }, NOW);

    const controller = new AbortController();
    const broken = await rescoreAll({ clock, signal: controller.signal, onPage: () => controller.abort() });
    // A page: how many leads it has depends on how Postgres stored them.
    expect(broken).toBeGreaterThan(0);
    expect(broken).toBeLessThan(4_500);
    expect(await readRescoreProgress()).toEqual({ total: 4_500, done: broken, rubricNumber: 2 });
    const left = 4_500 - broken;
    expect(await getDb().leadScore.count({ where: { rubricVersionId: firstId, fit: 60 } })).toBe(left);
    expect(await getDb().leadScore.count({ where: { rubricVersionId: id, fit: 20 } })).toBe(broken);

    const twice = await Promise.all([rescoreAll({ clock }), rescoreAll({ clock })]);
    expect(twice.toSorted((a, b) => a - b)).toEqual([0, left]);
    expect(await getDb().leadScore.count({ where: { rubricVersionId: id, fit: 20 } })).toBe(4_500);
    expect(await getDb().scoreChange.count({ where: { cause: 'rubric' } })).toBe(4_500);
  });

  it('come back to leads that someone held while everyone was rescored', async () => {
    const [held = '', free = ''] = await addLeads([{ title: 'Head' }, { title: 'Head' }]);
    const holder = await getPool().connect();
    await holder.query('BEGIN');
    await holder.query('SELECT FROM "Lead" WHERE "id" = $1 FOR UPDATE', [held]);
    const pages: number[] = [];
    const running = rescoreAll({ clock, onPage: (count) => void pages.push(count) });
    await wait(600);
    expect(await getDb().leadScore.findMany({ select: { leadId: true } })).toEqual([{ leadId: free }]);
    await holder.query('COMMIT');
    holder.release();
    expect(await running).toBe(2);
    expect(pages).toEqual([1, 2]);
    expect(await getDb().leadScore.count({ where: { leadId: { in: [held, free] } } })).toBe(2);
  });

  it('keep two editors from overwriting each other', async () => {
    const draft = { document: withPoints(30) };
    const first = await saveDraft(ops, parseInput(saveDraftSchema, { ...draft, revision: 0 }));
    await expect(saveDraft(ops, { ...draft, revision: 0 })).rejects.toMatchObject({ code: 'conflict' });
    const second = await saveDraft(ops, { document: withPoints(35), revision: first.revision });
    await expect(saveDraft(ops, { ...draft, revision: first.revision })).rejects.toMatchObject({
      code: 'conflict',
    });
    expect((await findDraft())?.document).toEqual(withPoints(35));

    await expect(publishRubric(ops, { note: 'x', revision: first.revision }, NOW)).rejects.toMatchObject({
      code: 'conflict',
    });
    const published = await publishRubric(ops, { note: 'x', revision: second.revision }, NOW);
    expect(published).toMatchObject({ id: second.id, number: 2 });
    expect(await findDraft()).toBeNull();
    expect((await findLiveVersion())?.document).toEqual(withPoints(35));
    await expect(
      publishRubric(ops, { note: 'x', document: withPoints(1), baseId: firstId }, NOW),
    ).rejects.toMatchObject({ code: 'conflict' });
  });

  it('keep what is switched off beside what scores, from version to version', async () => {
    const whole = withPoints(30);
    const off = ['criterion head'];
    const first = await saveDraft(ops, parseInput(saveDraftSchema, { document: whole, off, revision: 0 }));
    const draft = await findDraft();
    expect(draft?.draft).toEqual({ rubric: whole, off });
    expect(draft?.document.fit.groups.flatMap(({ criteria }) => criteria)).toEqual(
      whole.fit.groups.flatMap(({ criteria }) => criteria).filter(({ id }) => id !== 'head'),
    );
    await publishRubric(ops, { note: 'Without heads', revision: first.revision }, NOW);
    const live = await findLiveVersion();
    expect(live?.draft).toEqual({ rubric: whole, off });

    // What knows of no switches leaves them as they are.
    await saveDraft(ops, { document: live?.document ?? whole, revision: 0 });
    expect((await findDraft())?.draft).toEqual({ rubric: whole, off });
    await saveDraft(ops, { document: whole, off: [], revision: 1 });
    expect((await findDraft())?.draft).toEqual({ rubric: whole, off: [] });
  });

  it('tell those who edit who else does, and that the draft is another now', async () => {
    const told: string[] = [];
    const listener = listen({
      channels: [RUBRIC_CHANNEL],
      onMessage: (_channel, payload) => void told.push(payload),
      onGap: () => undefined,
    });
    await listener.listening;
    const editor = '01890000-0000-7000-8000-00000000000a';
    await announceEditing(ops, { kind: 'hello', editor });
    await saveDraft(ops, { document: withPoints(30), revision: 0, editor });
    await expect(saveDraft(ops, { document: withPoints(31), revision: 0, editor })).rejects.toThrow();
    await discardDraft(ops);
    const name = 'Olga Ops';
    await expect
      .poll(() => told.map(readRubricMark))
      .toEqual([
        { kind: 'hello', editor, name },
        { kind: 'changed', editor, name },
        { kind: 'changed', editor: null, name },
      ]);
    await listener.close();
  });

  it('publish a document beside another person’s draft, which is then published only when it was reviewed anew', async () => {
    const draft = await saveDraft(ops, { document: withPoints(30), revision: 0 });
    await publishRubric(ops, { note: 'x', document: withPoints(10), baseId: firstId }, NOW);
    expect((await findDraft())?.id).toBe(draft.id);
    const seen = { note: 'x', revision: draft.revision };
    for (const input of [seen, { ...seen, baseId: firstId }]) {
      await expect(publishRubric(ops, input, NOW)).rejects.toMatchObject({ code: 'conflict' });
    }
    const { id: baseId } = (await findLiveVersion()) ?? { id: '' };
    expect(await publishRubric(ops, { ...seen, baseId }, NOW)).toMatchObject({ id: draft.id, number: 3 });
    await saveDraft(ops, { document: withPoints(31), revision: 0 });
    await discardDraft(ops);
    expect(await findDraft()).toBeNull();
  });

  it('are refused with the path of the fault', () => {
    const document: unknown = { ...SMALL_RUBRIC, fitWeight: 2 };
    const publish = () => parseInput(publishSchema, { note: 'x', document, baseId: firstId });
    expect(publish).toThrow();
    expect(() => parseInput(saveDraftSchema, { document, revision: 0 })).toThrow(/document\.fitWeight/);
  });

  it('begin with the template, once', async () => {
    await getDb().rubric.deleteMany();
    const made = await Promise.all([createFirstRubric(NOW), createFirstRubric(NOW)]);
    expect(made.filter((id) => id !== null)).toHaveLength(1);
    expect(await findLiveVersion()).toMatchObject({ number: 1, live: true, state: 'published' });
  });
});
