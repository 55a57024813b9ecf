import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { applyEdit } from '@/lib/rubrics/edit-rubric';
import { runTrial } from '@/lib/trials/data';
import { getDb } from '@/lib/server/db';
import { clearDatabase } from '../support/clear-database';
import {
  addEvents,
  addLeads,
  daysBefore,
  leaveHouse,
  setLiveRubric,
  SMALL_RUBRIC,
} from '../support/score-fixtures';
import { scoreLeads } from '../support/work-fixtures';

const NOW = new Date('2026-11-02T09:00:00Z');

describe('trying one lead', () => {
  beforeEach(async () => {
    await clearDatabase();
    await setLiveRubric(SMALL_RUBRIC);
  });
  afterAll(leaveHouse);

  it('gives the stored score under the live version, the draft’s beside it, and writes nothing', async () => {
    const [leadId = ''] = await addLeads([{ title: 'Head of sales' }]);
    await addEvents([{ leadId, type: 'demo_requested', at: daysBefore(NOW, 10) }]);
    await scoreLeads([leadId], NOW);
    const stored = await getDb().leadScore.findUniqueOrThrow({ where: { leadId } });

    const draft = applyEdit(SMALL_RUBRIC, { kind: 'points', criterionId: 'head', points: 20 });
    const trial = await runTrial(draft, { leadId }, NOW);
    const { fit, intent, score, tier } = stored;
    expect(trial.live).toMatchObject({ fit, intent, score, tier });
    expect(trial.draft).toMatchObject({ fit: 20, intent });
    expect(await getDb().leadScore.findUniqueOrThrow({ where: { leadId } })).toEqual(stored);
    expect(await getDb().rubricVersion.count()).toBe(1);
  });

  it('refuses leads that are gone or were merged', async () => {
    const [leadId = '', survivor = ''] = await addLeads([{ title: 'Head' }, { title: 'Head' }]);
    await getDb().lead.update({ where: { id: leadId }, data: { mergedIntoId: survivor } });
    await expect(runTrial(SMALL_RUBRIC, { leadId }, NOW)).rejects.toThrow('This lead is gone');
    const unknown = '019a0000-0000-7000-8000-000000000000';
    await expect(runTrial(SMALL_RUBRIC, { leadId: unknown }, NOW)).rejects.toThrow('This lead is gone');
  });
});
