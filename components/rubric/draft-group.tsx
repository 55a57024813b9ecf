'use client';

import { useDroppable } from '@dnd-kit/react';
import { useSortable } from '@dnd-kit/react/sortable';
import { clsx } from 'clsx';
import { Ellipsis, Plus } from 'lucide-react';
import { announce } from '@/components/ui/announcer';
import { Button } from '@/components/ui/button';
import { DropdownMenu } from '@/components/ui/dropdown-menu';
import { groupKey } from '@/lib/rubrics/find-faults';
import { criterionKey } from '@/lib/rubrics/rubric-draft';
import type { Axis, Group } from '@/lib/scoring/types';
import { DraftCriterion } from './draft-criterion';
import { useRubricEditing } from './editing-context';
import { Grip } from './grip';
import { LimitField } from './limit-field';
import { NameField } from './name-field';
import { newCriterion } from './new-items';
import { useGroupMenu } from './use-group-menu';

/** What is dragged goes into a row's place before it goes into the group as a whole. */
const BELOW_ROWS = 1;

/** Under which id a group is dragged as a whole; its rows are dragged into it by its key. */
export function groupDragId(id: string): string {
  return `whole ${groupKey(id)}`;
}

export interface DraftGroupProps {
  axis: Axis;
  group: Group;
  place: number;
  /** How many groups the axis has. */
  count: number;
}

/** A group to be edited: its name and limits, and its criteria, which can be dragged into it. It is dragged as a whole, too. */
export function DraftGroup({ axis, group, place, count }: DraftGroupProps) {
  const among = `groups of ${axis}`;
  const {
    ref: wholeRef,
    handleRef,
    isDragSource,
  } = useSortable({
    id: groupDragId(group.id),
    index: place,
    group: among,
    type: among,
    accept: among,
    transition: { duration: 150 },
  });
  const { ref, isDropTarget } = useDroppable({
    id: groupKey(group.id),
    type: 'group',
    accept: axis,
    collisionPriority: BELOW_ROWS,
  });
  return (
    <div ref={wholeRef} className={clsx('bg-bg pb-1.5', isDragSource && 'opacity-60')}>
      <DraftGroupHeader {...{ axis, group, place, count }} handleRef={handleRef} />
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

interface DraftGroupHeaderProps extends DraftGroupProps {
  handleRef: (element: Element | null) => void;
}

function DraftGroupHeader({ axis, group, place, count, handleRef }: DraftGroupHeaderProps) {
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
  const step = (by: -1 | 1) => {
    const to = place + by;
    if (to < 0 || to >= count) return;
    edit({ kind: 'structure', change: { kind: 'moveGroup', groupId: group.id, place: to } });
    announce(`${group.label}: group ${to + 1} of ${count}`);
  };
  const [fault] = faults.get(groupKey(group.id)) ?? [];
  const limit = (name: 'min' | 'max') => (value: number | undefined) =>
    edit({ kind: 'limit', groupId: group.id, limit: name, value });
  return (
    <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1 pt-3 pr-4 pb-1.5 pl-1 text-xs max-md:pr-3">
      <Grip handleRef={handleRef} itemKey={groupKey(group.id)} name={group.label} onStep={step} />
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
        <p role="alert" className="basis-full pl-6.5 text-bad">
          {fault.message}
        </p>
      ) : null}
    </div>
  );
}
