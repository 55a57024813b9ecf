import type { MenuItem } from '@/components/ui/dropdown-menu';
import { formatCount } from '@/components/ui/format';
import type { StructureEdit } from '@/lib/rubrics/edit-structure';
import { criterionKey } from '@/lib/rubrics/rubric-draft';
import type { Axis, Group } from '@/lib/scoring/types';
import type { DraftGroupProps } from './draft-group';
import { useRubricEditing } from './editing-context';
import { copyGroup } from './new-items';

/** What can be done with a group as a whole. */
export function useGroupMenu({ axis, group, place, count }: DraftGroupProps): MenuItem[] {
  const { draft, edit, onRemoved } = useRubricEditing();
  const change = (made: StructureEdit) => edit({ kind: 'structure', change: made });
  const keys = group.criteria.map(({ id }) => criterionKey(id));
  const isOff = keys.length > 0 && keys.every((key) => draft.off.includes(key));
  const remove = () => {
    change({ kind: 'removeGroup', groupId: group.id });
    onRemoved(`${group.label}, with ${formatCount(keys.length, 'criterion', 'criteria')},`);
  };
  return [
    {
      label: 'Move up',
      disabled: place === 0,
      onSelect: () => change({ kind: 'moveGroup', groupId: group.id, place: place - 1 }),
    },
    {
      label: 'Move down',
      disabled: place === count - 1,
      onSelect: () => change({ kind: 'moveGroup', groupId: group.id, place: place + 1 }),
    },
    { label: 'Duplicate', separated: true, onSelect: () => duplicate(axis) },
    {
      label: isOff ? 'Switch all on' : 'Switch all off',
      disabled: keys.length === 0,
      onSelect: () => edit({ kind: 'switch', keys, on: isOff }),
    },
    { label: 'Remove', danger: true, separated: true, onSelect: remove },
  ];

  // By axis, as only so the kind of criteria in the group is known.
  function duplicate(of: Axis) {
    const find = <G extends Group>(groups: readonly G[]) => groups.find(({ id }) => id === group.id);
    if (of === 'fit') {
      const found = find(draft.rubric.fit.groups);
      if (found) change({ kind: 'addGroup', axis: of, group: copyGroup(found), place: place + 1 });
    } else {
      const found = find(draft.rubric.intent.groups);
      if (found) change({ kind: 'addGroup', axis: of, group: copyGroup(found), place: place + 1 });
    }
  }
}
