import { describe, expect, it } from 'vitest';
import { parseRubric } from '@/lib/scoring/rubric';
import { addEventCriterion } from './add-event-criterion';
import { B2B_SAAS_TEMPLATE } from './templates/b2b-saas';

const event = { type: 'calculator_used', label: 'Calculator Used' };

describe('addEventCriterion', () => {
  it('adds one that counts the event, in a rubric that still holds', () => {
    const { rubric, criterionId, added } = addEventCriterion(B2B_SAAS_TEMPLATE, event);
    expect(added).toBe(true);
    expect(parseRubric(rubric).ok).toBe(true);
    const group = rubric.intent.groups.at(-1);
    expect(group?.label).toBe('From your events');
    expect(group?.criteria).toEqual([
      expect.objectContaining({ id: criterionId, label: 'Calculator Used', on: 'calculator_used' }),
    ]);
    expect(rubric.fit).toBe(B2B_SAAS_TEMPLATE.fit);
  });

  it('puts a second one into the same group', () => {
    const { rubric } = addEventCriterion(B2B_SAAS_TEMPLATE, event);
    const second = addEventCriterion(rubric, { type: 'quiz_finished', label: 'Quiz Finished' });
    expect(second.rubric.intent.groups.length).toBe(rubric.intent.groups.length);
    expect(second.rubric.intent.groups.at(-1)?.criteria.length).toBe(2);
    expect(parseRubric(second.rubric).ok).toBe(true);
  });

  it('names the one that counts it already, and changes nothing', () => {
    const answer = addEventCriterion(B2B_SAAS_TEMPLATE, { type: 'demo_requested', label: 'Demo' });
    expect(answer).toEqual({ rubric: B2B_SAAS_TEMPLATE, criterionId: 'demo-requested', added: false });
  });

  it('gives an id that nothing else has', () => {
    const { rubric, criterionId } = addEventCriterion(B2B_SAAS_TEMPLATE, event);
    const renamed = structuredClone(rubric);
    for (const criterion of renamed.intent.groups.at(-1)?.criteria ?? []) criterion.on = 'something_else';
    expect(addEventCriterion(renamed, event).criterionId).toBe(`${criterionId}-2`);
  });
});
