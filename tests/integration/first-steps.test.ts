import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/auth/actor';
import { readMatch, readProgress } from '@/lib/first-steps/data';
import { chooseTemplate, dismissFirstSteps } from '@/lib/first-steps/mutations';
import { planSteps } from '@/lib/first-steps/plan-steps';
import { findDraft, findLiveVersion } from '@/lib/rubrics/data';
import { withCompetitors } from '@/lib/rubrics/competitors';
import { saveDraft } from '@/lib/rubrics/mutations/drafts';
import { publishRubric } from '@/lib/rubrics/mutations/publish';
import { B2B_SAAS_TEMPLATE } from '@/lib/rubrics/templates/b2b-saas';
import { EMPTY_TEMPLATE } from '@/lib/rubrics/templates/empty';
import { getDb } from '@/lib/server/db';
import { clearDatabase } from '../support/clear-database';
import { addEvents, addLeads, daysBefore, leaveHouse, setLiveRubric } from '../support/score-fixtures';
import { addActor, addPerson, scoreLeads } from '../support/work-fixtures';

const NOW = new Date('2026-11-02T09:00:00Z');

async function listOpen(): Promise<string[]> {
  const steps = planSteps(await readProgress(NOW), null);
  return steps.filter(({ state }) => state === 'open').map(({ key }) => key);
}

describe('the first steps', () => {
  let ops: Actor<'rubric:write'>;

  beforeEach(async () => {
    await clearDatabase();
    ops = await addPerson('Olga', 'ops', 'rubric:write');
  });
  afterAll(leaveHouse);

  it('close one by one, as the data come to be so', async () => {
    expect(await listOpen()).toEqual(['data', 'template', 'publish', 'reps']);
    await addLeads([{ title: 'Head of sales' }]);
    expect(await listOpen()).toEqual(['template', 'publish', 'reps']);

    expect(await chooseTemplate(ops, { templateId: 'agency', draftRevision: 0 })).toEqual({ drafted: true });
    expect(await listOpen()).toEqual(['publish', 'reps']);
    const draft = await findDraft();
    expect(draft?.document.name).toBe('Agency');

    await publishRubric(ops, { note: 'Ours', revision: draft?.revision ?? 0 }, NOW);
    expect(await listOpen()).toEqual(['reps']);
    await addPerson('Rita', 'rep', 'leads:work');
    expect(await listOpen()).toEqual([]);
  });

  it('need no publishing when the template that is live is kept', async () => {
    expect(await chooseTemplate(ops, { templateId: 'b2b-saas', draftRevision: 0 })).toEqual({
      drafted: false,
    });
    expect(await findDraft()).toBeNull();
    expect(await listOpen()).toEqual(['data', 'reps']);
    expect(await getDb().auditEntry.findFirst({ where: { action: 'rubric.template_chosen' } })).toMatchObject(
      {
        userId: ops.id,
        subject: 'template:b2b-saas',
      },
    );
  });

  it('are put away once, and keep what was chosen', async () => {
    await chooseTemplate(ops, { templateId: 'b2b-saas', draftRevision: 0 });
    await dismissFirstSteps(await addActor('settings:read'));
    expect((await readProgress(NOW)).kept).toEqual({ template: 'b2b-saas', asItIs: true, dismissed: true });
  });

  it('never overwrite a draft that was saved meanwhile', async () => {
    const { revision } = await saveDraft(ops, { document: EMPTY_TEMPLATE, revision: 0 });
    await saveDraft(ops, { document: { ...EMPTY_TEMPLATE, name: 'Newer' }, revision });
    await expect(chooseTemplate(ops, { templateId: 'education', draftRevision: revision })).rejects.toThrow(
      'Someone else changed the rubric',
    );
    expect((await findDraft())?.document.name).toBe('Newer');
    expect((await readProgress(NOW)).kept.template).toBeUndefined();
  });

  it('keep the competitors that were named', async () => {
    await setLiveRubric(withCompetitors(B2B_SAAS_TEMPLATE, ['rival.example']));
    await chooseTemplate(ops, { templateId: 'agency', draftRevision: 0 });
    const { document } = (await findDraft()) ?? {};
    expect(document?.disqualifiers).toContainEqual(
      expect.objectContaining({ when: { field: 'email.domain', op: 'in', value: ['rival.example'] } }),
    );
  });

  it('name events that nobody knows and fields that nobody has, and count the tiers', async () => {
    const [leadId = ''] = await addLeads([{ title: 'Head of sales' }, { title: 'Clerk' }]);
    await addEvents([
      { leadId, type: 'demo_requested', at: daysBefore(NOW, 1) },
      { leadId, type: 'calculator_used', at: daysBefore(NOW, 1) },
    ]);
    await scoreLeads([leadId], NOW);
    const match = await readMatch();
    expect(match).toMatchObject({ leads: 2, unknownEvents: ['calculator_used'] });
    expect(match.emptyFields).toContain('Technologies');
    expect(match.emptyFields).not.toContain('Job title');
    const live = await findLiveVersion();
    expect(match.tiers.map(({ name }) => name)).toEqual(live?.document.tiers.map(({ name }) => name));
    expect(match.tiers.reduce((sum, { leads }) => sum + leads, 0)).toBe(1);
  });
});
