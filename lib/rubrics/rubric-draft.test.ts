import { describe, expect, it } from 'vitest';
import { listCriteria } from './list-criteria';
import {
  activeRubric,
  criterionKey,
  disqualifierKey,
  editDraft,
  joinSwitchedOff,
  type DraftEdit,
  type RubricDraft,
} from './rubric-draft';
import type { StructureEdit } from './edit-structure';
import { B2B_SAAS_TEMPLATE } from './templates/b2b-saas';

const DRAFT: RubricDraft = { rubric: B2B_SAAS_TEMPLATE, off: [] };

const change = (made: StructureEdit): DraftEdit => ({ kind: 'structure', change: made });
const idsOf = ({ rubric }: RubricDraft) => listCriteria(rubric).map(({ id }) => id);
const groupOf = ({ rubric }: RubricDraft, criterionId: string) =>
  [...rubric.fit.groups, ...rubric.intent.groups].find(({ criteria }) =>
    criteria.some(({ id }) => id === criterionId),
  );

describe('editDraft', () => {
  it('adds, moves and removes criteria', () => {
    const criterion = { id: 'new', label: 'New', when: { all: [] }, points: 3 };
    const added = editDraft(DRAFT, change({ kind: 'addCriterion', groupId: 'company', place: 1, criterion }));
    expect(groupOf(added, 'new')?.criteria[1]).toBe(criterion);
    const moved = editDraft(
      added,
      change({ kind: 'moveCriterion', criterionId: 'new', groupId: 'person', place: 0 }),
    );
    expect(groupOf(moved, 'new')?.id).toBe('person');
    expect(groupOf(moved, 'new')?.criteria[0]).toBe(criterion);
    expect(idsOf(moved).filter((id) => id === 'new')).toHaveLength(1);
    const removed = editDraft(moved, change({ kind: 'removeCriterion', criterionId: 'new' }));
    expect(idsOf(removed)).toEqual(idsOf(DRAFT));
  });

  it('never moves a criterion to the other axis, where it would mean nothing', () => {
    const id = B2B_SAAS_TEMPLATE.fit.groups[0]?.criteria[0]?.id ?? '';
    const moved = editDraft(
      DRAFT,
      change({ kind: 'moveCriterion', criterionId: id, groupId: 'buying', place: 0 }),
    );
    expect(moved.rubric).toEqual(DRAFT.rubric);
  });

  it('moves and removes groups and disqualifiers', () => {
    const last = DRAFT.rubric.intent.groups.length - 1;
    const first = DRAFT.rubric.intent.groups[0]?.id ?? '';
    const moved = editDraft(DRAFT, change({ kind: 'moveGroup', groupId: first, place: last }));
    expect(moved.rubric.intent.groups.at(-1)?.id).toBe(first);
    const gone = editDraft(moved, change({ kind: 'removeGroup', groupId: first }));
    expect(gone.rubric.intent.groups).toHaveLength(last);
    const disqualifier = { id: 'd', label: 'D', when: { all: [] } };
    const added = editDraft(DRAFT, change({ kind: 'addDisqualifier', disqualifier, place: 0 }));
    expect(added.rubric.disqualifiers[0]).toBe(disqualifier);
    const back = editDraft(added, change({ kind: 'removeDisqualifier', disqualifierId: 'd' }));
    expect(back.rubric).toEqual(DRAFT.rubric);
  });
});

describe('what is switched off', () => {
  const competitor = DRAFT.rubric.disqualifiers[0]?.id ?? '';
  const keys = [criterionKey('demo-requested'), disqualifierKey(competitor)];
  const off = editDraft(DRAFT, { kind: 'switch', keys, on: false });

  it('scores nobody, and comes back as it was', () => {
    const active = activeRubric(off);
    expect(listCriteria(active).map(({ id }) => id)).not.toContain('demo-requested');
    expect(active.disqualifiers.map(({ id }) => id)).not.toContain(competitor);
    expect(editDraft(off, { kind: 'switch', keys, on: true })).toEqual(DRAFT);
  });

  it('stands in its place again once it was stored apart', () => {
    expect(joinSwitchedOff(activeRubric(off), off)).toEqual({ rubric: DRAFT.rubric, off: keys });
    expect(joinSwitchedOff(DRAFT.rubric, null)).toEqual(DRAFT);
  });

  it('is on when the stored rubric has it, and gone with its group', () => {
    expect(joinSwitchedOff(DRAFT.rubric, off)).toEqual(DRAFT);
    const group = groupOf(DRAFT, 'demo-requested')?.id ?? '';
    const without = editDraft(off, change({ kind: 'removeGroup', groupId: group }));
    expect(joinSwitchedOff(activeRubric(without), off).off).toEqual([disqualifierKey(competitor)]);
  });
});
