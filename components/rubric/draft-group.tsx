'use client';

import { useDroppable } from '@dnd-kit/react';
import { clsx } from 'clsx';
import { Ellipsis, Plus } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { DropdownMenu } from '@/components/ui/dropdown-menu';
import { groupKey } from '@/lib/rubrics/find-faults';
import { criterionKey } from '@/lib/rubrics/rubric-draft';
import type { Axis, Group } from '@/lib/scoring/types';
import { DraftCriterion } from './draft-criterion';
import { useRubricEditing } from './editing-context';
import { LimitField } from './limit-field';
import { NameField } from './name-field';
import { newCriterion } from './new-items';
import { useGroupMenu } from './use-group-menu';

/** What is dragged goes into a row's place before it goes into the group as a whole. */
const BELOW_ROWS = 1;

export interface DraftGroupProps {
  axis: Axis;
  group: Group;
  place: number;
  /** How many groups the axis has. */
  count: number;
}

/** A group to be edited: its name and limits, and its criteria, which can be dragged into it. */
export function DraftGroup({ axis, group, place, count }: DraftGroupProps) {
  const { ref, isDropTarget } = useDroppable({
    id: groupKey(group.id),
    type: 'group',
    accept: axis,
    collisionPriority: BELOW_ROWS,
  });
  return (
    <div className="pb-1.5">
      <DraftGroupHeader axis={axis} group={group} place={place} count={count} />
      <ul ref={ref} aria-label={group.label} className={clsx(isDropTarget && 'bg-accent-soft')}>
        {group.criteria.map((criterion, at) => (
          <DraftCriterion
            key={criterion.id}
            axis={axis}
            groupId={group.id}
            criterion={criterion}
            place={at}
          />
        ))}
        {group.criteria.length === 0 ? (
          <li className="border-t border-line px-4 py-3 text-xs text-faint max-md:px-3">
            No criteria yet. Add one, or drag one here.
          </li>
        ) : null}
      </ul>
    </div>
  );
}

function DraftGroupHeader({ axis, group, place, count }: DraftGroupProps) {
  const { edit, faults, onOpen } = useRubricEditing();
  const items = useGroupMenu({ axis, group, place, count });
  const add = () => {
    const criterion = newCriterion(axis);
    edit({
      kind: 'structure',
      change: { kind: 'addCriterion', groupId: group.id, place: group.criteria.length, criterion },
    });
    onOpen(criterionKey(criterion.id));
  };
  const [fault] = faults.get(groupKey(group.id)) ?? [];
  const limit = (name: 'min' | 'max') => (value: number | undefined) =>
    edit({ kind: 'limit', groupId: group.id, limit: name, value });
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 pt-3 pb-1.5 text-xs max-md:px-3">
      <NameField
        label="Name of the group"
        value={group.label}
        onValueChange={(label) => edit({ kind: 'groupLabel', groupId: group.id, label })}
        className="font-strong text-soft"
      />
      <span className="flex items-center gap-1.5 text-faint">
        at least
        <LimitField label={`${group.label} adds at least`} value={group.min} onValueChange={limit('min')} />
        at most
        <LimitField label={`${group.label} adds at most`} value={group.max} onValueChange={limit('max')} />
      </span>
      <span className="ml-auto flex items-center gap-1">
        <Button size="sm" variant="quiet" aria-label={`Add a criterion to ${group.label}`} onClick={add}>
          <Plus size={12} aria-hidden />
          Criterion
        </Button>
        <DropdownMenu
          trigger={
            <Button size="sm" variant="quiet" iconOnly aria-label={`More for ${group.label}`}>
              <Ellipsis size={14} aria-hidden />
            </Button>
          }
          items={items}
        />
      </span>
      {fault ? (
        <p role="alert" className="basis-full text-bad">
          {fault.message}
        </p>
      ) : null}
    </div>
  );
}
