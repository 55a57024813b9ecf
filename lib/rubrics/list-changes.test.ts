import { describe, expect, it } from 'vitest';
import type { Rubric } from '@/lib/scoring/types';
import { applyEdit } from './edit-rubric';
import { newTier } from './edit-tiers';
import { listChanges, listDraftChanges } from './list-changes';
import { editDraft, type RubricDraft } from './rubric-draft';
import { B2B_SAAS_TEMPLATE } from './templates/b2b-saas';

const LIVE = B2B_SAAS_TEMPLATE;

function withoutFirstFitCriterion(rubric: Rubric): Rubric {
  const [first, ...rest] = rubric.fit.groups;
  if (!first) return rubric;
  return { ...rubric, fit: { groups: [{ ...first, criteria: first.criteria.slice(1) }, ...rest] } };
}

describe('listChanges', () => {
  it('finds none between equal rubrics, whatever the order of keys', () => {
    expect(listChanges(LIVE, LIVE)).toEqual([]);
    const reordered: Rubric = {
      ...LIVE,
      disqualifiers: LIVE.disqualifiers.map(({ id, label, when }) => ({ when, label, id })),
    };
    expect(listChanges(LIVE, reordered)).toEqual([]);
  });

  it('says points, limits and thresholds before and after', () => {
    let draft = applyEdit(LIVE, { kind: 'points', criterionId: 'funding', points: 28 });
    draft = applyEdit(draft, { kind: 'limit', groupId: 'company', limit: 'min', value: undefined });
    draft = applyEdit(draft, { kind: 'tier', tier: 'A', minimum: 'minScore', value: 65 });
    draft = applyEdit(draft, { kind: 'fitWeight', value: 0.55 });
    expect(
      listChanges(LIVE, draft).map(({ part, what, before, after, unit }) => [
        part,
        what,
        before,
        after,
        unit,
      ]),
    ).toEqual([
      ['fit', 'Company: at least', -30, null, 'threshold'],
      ['intent', 'Raised funding', 15, 28, 'points'],
      ['rubric', 'Share of fit in the score, in %', 50, 55, 'threshold'],
      ['tiers', 'Tier A: least score', 70, 65, 'threshold'],
    ]);
  });

  it('says what was added, removed and counted otherwise', () => {
    const less = withoutFirstFitCriterion(LIVE);
    expect(listChanges(LIVE, less)).toMatchObject([{ kind: 'removed', what: '201–1,000 employees' }]);
    expect(listChanges(less, LIVE)).toMatchObject([{ kind: 'added', what: '201–1,000 employees' }]);
    const other: Rubric = {
      ...LIVE,
      disqualifiers: LIVE.disqualifiers.map((one) => ({ ...one, when: { all: [] } })),
    };
    expect(listChanges(LIVE, other).map(({ kind, part }) => [kind, part])).toEqual([
      ['changed', 'disqualifiers'],
      ['changed', 'disqualifiers'],
    ]);
  });

  it('gives every change a key of its own', () => {
    const none: Rubric = {
      ...LIVE,
      fit: { groups: [] },
      intent: { groups: [] },
      disqualifiers: [],
      name: 'Other',
    };
    const keys = [...listChanges(LIVE, none), ...listChanges(none, LIVE)].map(
      ({ key, kind }) => `${key} ${kind}`,
    );
    const names = keys.filter((key) => key !== 'name renamed');
    expect(new Set(names).size).toBe(names.length);
  });

  it('tells what stands in another group, and what is in another order', () => {
    const criterion = B2B_SAAS_TEMPLATE.fit.groups[0]?.criteria[0];
    const id = criterion?.id ?? '';
    const move = (groupId: string, place: number) =>
      applyEdit(B2B_SAAS_TEMPLATE, {
        kind: 'structure',
        change: { kind: 'moveCriterion', criterionId: id, groupId, place },
      });
    expect(listChanges(B2B_SAAS_TEMPLATE, move('person', 0)).map(({ what }) => what)).toEqual([
      `${criterion?.label ?? ''}, now in Person`,
    ]);
    expect(listChanges(B2B_SAAS_TEMPLATE, move('company', 2)).map(({ what }) => what)).toEqual([
      'The order of groups or criteria',
    ]);
  });

  it('tells what is switched off and on from what is removed and added', () => {
    const live = { rubric: LIVE, off: [] };
    const draft = editDraft(live, {
      kind: 'switch',
      keys: ['criterion student', 'disqualifier competitor'],
      on: false,
    });
    const removed = editDraft(draft, {
      kind: 'structure',
      change: { kind: 'removeCriterion', criterionId: 'student' },
    });
    const kinds = (from: RubricDraft, to: RubricDraft) => listDraftChanges(from, to).map(({ kind }) => kind);
    expect(kinds(live, draft)).toEqual(['switchedOff', 'switchedOff']);
    expect(kinds(draft, live)).toEqual(['switchedOn', 'switchedOn']);
    expect(kinds(live, removed)).toEqual(['removed', 'switchedOff']);
  });

  it('tells a tier of another name from one that was added', () => {
    const renamed = applyEdit(LIVE, { kind: 'tierName', place: 0, name: 'Hot' });
    expect(listChanges(LIVE, renamed)).toMatchObject([{ kind: 'renamed', what: 'Tier A, now Hot' }]);
    const added = applyEdit(renamed, { kind: 'addTier', place: 1, tier: newTier(renamed.tiers, 1) });
    expect(listChanges(renamed, added)).toMatchObject([{ kind: 'added', what: 'Tier A' }]);
    expect(listChanges(added, renamed)).toMatchObject([{ kind: 'removed', what: 'Tier A' }]);
  });
});
