import { describe, expect, it } from 'vitest';
import { parseRubric } from '@/lib/scoring/rubric';
import type { Criterion, Group, Rubric } from '@/lib/scoring/types';
import { applyEdit, targetOf, type RubricEdit } from './edit-rubric';
import { B2B_SAAS_TEMPLATE } from './templates/b2b-saas';

function pointsOf(rubric: Rubric, criterionId: string) {
  const groups: Group[] = [...rubric.fit.groups, ...rubric.intent.groups];
  return groups.flatMap<Criterion>((group) => group.criteria).find(({ id }) => id === criterionId)?.points;
}

function limitsOf(rubric: Rubric, groupId: string) {
  const group = [...rubric.fit.groups, ...rubric.intent.groups].find(({ id }) => id === groupId);
  return { min: group?.min, max: group?.max };
}

describe('applyEdit', () => {
  it('sets the points of one criterion and leaves the rubric given as it was', () => {
    const edited = applyEdit(B2B_SAAS_TEMPLATE, {
      kind: 'points',
      criterionId: 'demo-requested',
      points: 33.5,
    });
    expect(pointsOf(edited, 'demo-requested')).toBe(33.5);
    expect(pointsOf(edited, 'trial-started')).toBe(pointsOf(B2B_SAAS_TEMPLATE, 'trial-started'));
    expect(pointsOf(B2B_SAAS_TEMPLATE, 'demo-requested')).toBe(40);
  });

  it.each<[string, RubricEdit, { min?: number; max?: number }]>([
    ['sets a limit', { kind: 'limit', groupId: 'company', limit: 'max', value: 45 }, { min: -30, max: 45 }],
    [
      'takes a limit away',
      { kind: 'limit', groupId: 'company', limit: 'min', value: undefined },
      { max: 60 },
    ],
    ['adds a limit', { kind: 'limit', groupId: 'buying', limit: 'min', value: -5 }, { min: -5, max: 70 }],
    ['moves max along', { kind: 'limit', groupId: 'cautions', limit: 'min', value: 5 }, { min: 5, max: 5 }],
    [
      'moves min along',
      { kind: 'limit', groupId: 'company', limit: 'max', value: -40 },
      { min: -40, max: -40 },
    ],
  ])('%s', (_, edit, limits) => {
    const edited = applyEdit(B2B_SAAS_TEMPLATE, edit);
    expect(limitsOf(edited, edit.kind === 'limit' ? edit.groupId : '')).toEqual({
      min: limits.min,
      max: limits.max,
    });
    expect(parseRubric(edited).ok).toBe(true);
  });

  it('sets thresholds, cuts and the weight of fit', () => {
    const edits: RubricEdit[] = [
      { kind: 'tier', tier: 'A', minimum: 'minScore', value: 65 },
      { kind: 'cut', cut: 'intentCut', value: 35 },
      { kind: 'fitWeight', value: 0.6 },
    ];
    const edited = edits.reduce(applyEdit, B2B_SAAS_TEMPLATE);
    expect(edited.tiers.map(({ minScore }) => minScore)).toEqual([65, 40, 0]);
    expect(edited.grid).toEqual({ fitCut: 50, intentCut: 35 });
    expect(edited.fitWeight).toBe(0.6);
  });

  it('passes over what is not there', () => {
    const edit: RubricEdit = { kind: 'points', criterionId: 'gone', points: 1 };
    expect(applyEdit(B2B_SAAS_TEMPLATE, edit)).toEqual(B2B_SAAS_TEMPLATE);
  });
});

describe('targetOf', () => {
  it('tells edits of different things apart', () => {
    const edits: RubricEdit[] = [
      { kind: 'points', criterionId: 'a', points: 1 },
      { kind: 'points', criterionId: 'b', points: 1 },
      { kind: 'limit', groupId: 'a', limit: 'min', value: 1 },
      { kind: 'limit', groupId: 'a', limit: 'max', value: 1 },
      { kind: 'tier', tier: 'A', minimum: 'minFit', value: 1 },
      { kind: 'cut', cut: 'fitCut', value: 1 },
      { kind: 'fitWeight', value: 1 },
    ];
    expect(new Set(edits.map(targetOf)).size).toBe(edits.length);
  });
});
