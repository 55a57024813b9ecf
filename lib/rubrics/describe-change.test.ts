import { describe, expect, it } from 'vitest';
import { describeChange, describeChanges } from './describe-change';
import { applyEdit } from './edit-rubric';
import { listChanges } from './list-changes';
import { B2B_SAAS_TEMPLATE } from './templates/b2b-saas';
import { EMPTY_TEMPLATE } from './templates/empty';

describe('changes in words', () => {
  it('say figures before and after', () => {
    const edited = applyEdit(B2B_SAAS_TEMPLATE, { kind: 'points', criterionId: 'student', points: -20 });
    const freed = applyEdit(edited, { kind: 'limit', groupId: 'buying', limit: 'max', value: undefined });
    expect(listChanges(B2B_SAAS_TEMPLATE, freed).map(describeChange)).toEqual([
      'Student, intern or trainee: −50 → −20',
      'Buying: at most: 70 → none',
    ]);
  });

  it('say what was added and removed, and stop at thirty', () => {
    const words = describeChanges(listChanges(B2B_SAAS_TEMPLATE, EMPTY_TEMPLATE));
    expect(words).toContain('Confirmed decision-maker: removed');
    expect(words).toHaveLength(31);
    expect(words.at(-1)).toMatch(/^\d+ more$/u);
    expect(describeChanges(listChanges(EMPTY_TEMPLATE, B2B_SAAS_TEMPLATE))).toContain(
      'Confirmed decision-maker: added',
    );
  });
});
