import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StructureEdit } from './edit-structure';
import { listCriteria } from './list-criteria';
import { mergeDrafts } from './merge-drafts';
import { criterionKey, editDraft, type DraftEdit, type RubricDraft } from './rubric-draft';
import { B2B_SAAS_TEMPLATE } from './templates/b2b-saas';

const BASE: RubricDraft = { rubric: B2B_SAAS_TEMPLATE, off: [] };

const edited = (...edits: DraftEdit[]) => edits.reduce(editDraft, BASE);
const points = (criterionId: string, value: number): DraftEdit => ({
  kind: 'points',
  criterionId,
  points: value,
});
const change = (made: StructureEdit): DraftEdit => ({ kind: 'structure', change: made });
const add = (id: string, groupId: string, place: number) =>
  change({
    kind: 'addCriterion',
    groupId,
    place,
    criterion: { id, label: id, when: { all: [] }, points: 1 },
  });

describe('mergeDrafts', () => {
  it('keeps what either side did, where they did different things', () => {
    const mine = edited(points('demo-requested', 11), add('mine', 'company', 0), {
      kind: 'switch',
      keys: [criterionKey('trial-started')],
      on: false,
    });
    const theirs = edited(
      points('trial-started', 7),
      add('theirs', 'company', 0),
      { kind: 'tier', tier: 'A', minimum: 'minScore', value: 66 },
      change({ kind: 'removeCriterion', criterionId: 'unsubscribed' }),
    );
    const { draft, conflicts } = mergeDrafts({ base: BASE, mine, theirs }, 'mine');
    expect(conflicts).toEqual([]);
    const worth = new Map(listCriteria(draft.rubric).map((one) => [one.id, one.points]));
    expect([worth.get('demo-requested'), worth.get('trial-started')]).toEqual([11, 7]);
    expect([worth.has('mine'), worth.has('theirs'), worth.has('unsubscribed')]).toEqual([true, true, false]);
    expect(draft.rubric.tiers[0]?.minScore).toBe(66);
    expect(draft.off).toEqual([criterionKey('trial-started')]);
  });

  it('tells what both changed, and leaves it as was asked', () => {
    const mine = edited(points('demo-requested', 11), points('trial-started', 3));
    const theirs = edited(points('demo-requested', 22));
    const sides = { base: BASE, mine, theirs };
    const { conflicts, draft } = mergeDrafts(sides, 'mine');
    expect(conflicts).toEqual([{ what: 'Requested a demo: points', mine: 11, theirs: 22 }]);
    expect(draft).toEqual(mine);
    const other = mergeDrafts(sides, 'theirs').draft;
    expect(other).toEqual(editDraft(theirs, points('trial-started', 3)));
  });

  it('does not lose what was put into a group that the other removed', () => {
    const mine = edited(add('mine', 'company', 0));
    const theirs = edited(change({ kind: 'removeGroup', groupId: 'company' }));
    const { draft } = mergeDrafts({ base: BASE, mine, theirs }, 'mine');
    const group = draft.rubric.fit.groups.find(({ id }) => id === 'company');
    expect(group?.criteria.map(({ id }) => id)).toEqual(['mine']);
  });

  it('keeps my order and takes in what is new of theirs', () => {
    const first = B2B_SAAS_TEMPLATE.intent.groups[0]?.id ?? '';
    const mine = edited(change({ kind: 'moveGroup', groupId: first, place: 1 }));
    const theirs = edited(add('theirs', 'person', 1));
    const { draft } = mergeDrafts({ base: BASE, mine, theirs }, 'mine');
    expect(draft.rubric.intent.groups[1]?.id).toBe(first);
    const person = draft.rubric.fit.groups.find(({ id }) => id === 'person');
    expect(person?.criteria[1]?.id).toBe('theirs');
  });

  it('agrees whoever merges, unless both changed the same thing', () => {
    const ids = listCriteria(B2B_SAAS_TEMPLATE).map(({ id }) => id);
    const edit = fc.oneof(
      fc
        .record({ id: fc.constantFrom(...ids), value: fc.integer({ min: -50, max: 50 }) })
        .map(({ id, value }) => points(id, value)),
      fc.constantFrom(...ids).map((criterionId) => change({ kind: 'removeCriterion', criterionId })),
      fc
        .constantFrom(...ids)
        .map((id): DraftEdit => ({ kind: 'switch', keys: [criterionKey(id)], on: false })),
    );
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 6 }), fc.array(edit, { maxLength: 6 }), (ours, others) => {
        const mine = edited(...ours);
        const theirs = edited(...others);
        const one = mergeDrafts({ base: BASE, mine, theirs }, 'mine');
        const other = mergeDrafts({ base: BASE, mine: theirs, theirs: mine }, 'theirs');
        expect(one.conflicts.length).toBe(other.conflicts.length);
        expect(one.draft.rubric).toEqual(other.draft.rubric);
        expect(new Set(one.draft.off)).toEqual(new Set(other.draft.off));
        expect(mergeDrafts({ base: BASE, mine, theirs: BASE }, 'theirs').draft).toEqual(mine);
      }),
    );
  });
});
