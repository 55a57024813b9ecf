import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/auth/actor';
import { startChallenger, withdrawChallenger } from '@/lib/challengers/mutations';
import { runWorkerOnce } from '@/lib/runtime/worker-jobs';
import {
  findChallenger,
  findDraft,
  findLiveRubric,
  findLiveVersion,
  listRubricVersions,
} from '@/lib/rubrics/data';
import { saveDraft } from '@/lib/rubrics/mutations/drafts';
import { publishRubric } from '@/lib/rubrics/mutations/publish';
import type { Rubric } from '@/lib/scoring/types';
import { getDb } from '@/lib/server/db';
import { clearDatabase } from '../support/clear-database';
import { addLeads, clearJobs, leaveHouse, setLiveRubric, SMALL_RUBRIC } from '../support/score-fixtures';
import { addActor, scoreLeads } from '../support/work-fixtures';

const NOW = new Date('2026-11-02T09:00:00Z');

function withPoints(points: number): Rubric {
  const rubric: Rubric = structuredClone(SMALL_RUBRIC);
  const criterion = rubric.fit.groups[0]?.criteria[0];
  if (criterion) criterion.points = points;
  return rubric;
}

describe('a challenger', () => {
  let ops: Actor<'rubric:write'>;
  let liveId = '';

  const startFrom = async (points: number) => {
    const { revision } = await saveDraft(ops, { document: withPoints(points), revision: 0 });
    return startChallenger(ops, { note: 'Heads count less', revision }, NOW);
  };

  beforeEach(async () => {
    await clearDatabase();
    await clearJobs();
    liveId = await setLiveRubric(SMALL_RUBRIC);
    ops = await addActor('rubric:write');
  });
  afterAll(leaveHouse);

  it('takes the draft, scores nobody, and stands among the versions', async () => {
    const leads = await addLeads([{ title: 'Head' }]);
    await scoreLeads(leads, NOW);
    const { id, number } = await startFrom(20);
    await runWorkerOnce();

    expect(number).toBe(2);
    expect(await findDraft()).toBeNull();
    expect(await findChallenger()).toMatchObject({ id, number: 2, shadowedAt: NOW, publishedAt: null });
    expect(await findLiveRubric()).toMatchObject({ versionId: liveId });
    expect(await getDb().leadScore.findMany()).toMatchObject([{ fit: 60, rubricVersionId: liveId }]);
    expect(await listRubricVersions()).toMatchObject([
      { number: 2, state: 'published', live: false, note: 'Heads count less' },
      { number: 1, live: true },
    ]);
    expect(await getDb().auditEntry.findMany({ where: { subject: 'rubric:2' } })).toMatchObject([
      { action: 'rubric.challenger_started', userId: ops.id },
    ]);
  });

  it('runs alone, and from the draft as it was seen', async () => {
    await startFrom(20);
    await expect(startFrom(30)).rejects.toMatchObject({ code: 'conflict', message: /Version 2 runs/ });
    const draft = await findDraft();
    expect(draft?.document).toEqual(withPoints(30));
    const challenger = await findChallenger();
    await withdrawChallenger(ops, { challengerId: challenger?.id ?? '' }, NOW);
    await expect(startChallenger(ops, { note: 'x', revision: 99 }, NOW)).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  it('is promoted as a publication is: audited, and everyone rescored', async () => {
    const leads = await addLeads([{ title: 'Head' }]);
    await scoreLeads(leads, NOW);
    const { id } = await startFrom(20);
    const input = { note: 'It proved itself', challengerId: id, baseId: liveId };
    expect(await publishRubric(ops, input, NOW)).toEqual({ id, number: 2 });
    await runWorkerOnce();

    expect(await findLiveVersion()).toMatchObject({
      id,
      number: 2,
      note: 'It proved itself',
      publishedAt: NOW,
    });
    expect(await findChallenger()).toBeNull();
    expect(await getDb().leadScore.findMany()).toMatchObject([{ fit: 20, rubricVersionId: id }]);
    expect(await getDb().auditEntry.findFirst({ where: { action: 'rubric.published' } })).toMatchObject({
      subject: 'rubric:2',
      details: { note: 'It proved itself', from: 1, promoted: true },
    });
  });

  it('is not promoted over a version that it was not compared with, nor after it was withdrawn', async () => {
    const { id } = await startFrom(20);
    const published = await publishRubric(ops, { note: 'x', document: withPoints(40), baseId: liveId }, NOW);
    expect(published.number).toBe(3);
    await expect(
      publishRubric(ops, { note: 'x', challengerId: id, baseId: liveId }, NOW),
    ).rejects.toMatchObject({ code: 'conflict' });
    await withdrawChallenger(ops, { challengerId: id }, NOW);
    await expect(
      publishRubric(ops, { note: 'x', challengerId: id, baseId: published.id }, NOW),
    ).rejects.toMatchObject({ code: 'conflict' });
    await expect(withdrawChallenger(ops, { challengerId: id }, NOW)).rejects.toMatchObject({
      code: 'conflict',
    });
    expect(await findLiveVersion()).toMatchObject({ number: 3 });
  });

  it('does not lose the live version to a withdrawal', async () => {
    await expect(withdrawChallenger(ops, { challengerId: liveId }, NOW)).rejects.toMatchObject({
      code: 'conflict',
    });
    expect(await findLiveVersion()).toMatchObject({ id: liveId });
  });
});
