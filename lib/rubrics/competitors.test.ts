import { describe, expect, it } from 'vitest';
import { parseRubric } from '@/lib/scoring/rubric';
import type { Condition, Rubric } from '@/lib/scoring/types';
import { noteCompetitors, readCompetitors, withCompetitors } from './competitors';
import { B2B_SAAS_TEMPLATE } from './templates/b2b-saas';

function disqualifying(when: Condition): Rubric {
  return { ...B2B_SAAS_TEMPLATE, disqualifiers: [{ id: 'competitor', label: 'Rivals', when }] };
}

describe('competitors of a rubric', () => {
  it('are read from the template, and written in their place, the label kept', () => {
    expect(readCompetitors(B2B_SAAS_TEMPLATE)).toContain('pipeheat.example');
    const edited = withCompetitors(B2B_SAAS_TEMPLATE, ['rival.example']);
    expect(readCompetitors(edited)).toEqual(['rival.example']);
    expect(edited.disqualifiers.map(({ id }) => id)).toEqual(['competitor', 'disposable-email']);
    expect(parseRubric(edited)).toEqual({ ok: true, rubric: edited });
    expect(withCompetitors(disqualifying({ all: [] }), ['a.example']).disqualifiers[0]?.label).toBe('Rivals');
  });

  it('leave no empty condition behind, and can come back', () => {
    const none = withCompetitors(B2B_SAAS_TEMPLATE, []);
    expect(none.disqualifiers.map(({ id }) => id)).toEqual(['disposable-email']);
    expect(readCompetitors(none)).toEqual([]);
    expect(withCompetitors(none, ['a.example']).disqualifiers[0]).toMatchObject({ id: 'competitor' });
  });

  it.each<[Condition, readonly string[] | null]>([
    [{ field: 'email.domain', op: 'eq', value: 'a.example' }, ['a.example']],
    [{ field: 'email.domain', op: 'ends_with', value: 'a.example' }, null],
    [{ field: 'company.domain', op: 'in', value: ['a.example'] }, null],
    [{ any: [{ field: 'email.domain', op: 'in', value: ['a.example'] }] }, null],
  ])('of %j are %j', (when, domains) => {
    expect(readCompetitors(disqualifying(when))).toEqual(domains);
  });
});

describe('noteCompetitors', () => {
  it('names what came and went', () => {
    expect(noteCompetitors(['a.example', 'b.example'], ['b.example', 'c.example'])).toBe(
      'Competitors: added c.example; removed a.example.',
    );
    expect(noteCompetitors(['a.example'], ['a.example'])).toBeNull();
  });

  it('counts when there are too many to name', () => {
    const many = Array.from({ length: 200 }, (_, index) => `competitor-${index}.example`);
    expect(noteCompetitors([], many)).toBe('Competitors: 200 domains added, 0 removed.');
  });
});
