'use client';

import { ItemFlags } from '@/components/flags/item-flags';
import { AXIS_COLOUR } from '@/components/scores/axis-bars';
import { announce } from '@/components/ui/announcer';
import { formatSigned } from '@/components/ui/format';
import { Sparkline } from '@/components/ui/sparkline';
import type { CriterionPlace } from '@/lib/rubrics/edit-groups';
import type { StructureEdit } from '@/lib/rubrics/edit-structure';
import { criterionKey } from '@/lib/rubrics/rubric-draft';
import type { Axis, Criterion, Group } from '@/lib/scoring/types';
import { CriterionFiguresCell } from './criterion-figures';
import { CriterionForm } from './criterion-form';
import { describeCriterion, sampleWorth } from './criterion-words';
import { DraftRow } from './draft-row';
import { useRubricEditing } from './editing-context';
import { copyItem } from './new-items';
import { PointsControls } from './points-controls';

export interface DraftCriterionProps {
  axis: Axis;
  groupId: string;
  criterion: Criterion;
  place: number;
}

/** One criterion to be edited: what it asks in words, what it is worth, how it fades, whom it touches. */
export function DraftCriterion({ axis, groupId, criterion, place }: DraftCriterionProps) {
  const { draft, edit, labels, figures, livePoints } = useRubricEditing();
  const key = criterionKey(criterion.id);
  const { groups } = draft.rubric[axis];
  const actions = useCriterionActions(criterion, { groupId, place });
  const points = livePoints.get(criterion.id);
  const isMoved = points !== undefined && points !== criterion.points;
  const worth = sampleWorth(criterion);
  const isOff = draft.off.includes(key);
  const step = (by: -1 | 1) => {
    const to = findStep(groups, { groupId, place }, by);
    if (!to) return;
    actions.move(to);
    const name = groups.find(({ id }) => id === to.groupId)?.label ?? '';
    announce(`${criterion.label}: place ${to.place + 1} in ${name}`);
  };
  return (
    <DraftRow
      itemKey={key}
      label={criterion.label}
      words={describeCriterion(criterion, labels)}
      place={{ type: axis, group: groupId, index: place }}
      onStep={step}
      isChanged={isMoved}
      note={
        isMoved ? (
          <span className="text-xs whitespace-nowrap text-accent">was {formatSigned(points, 2)}</span>
        ) : points === undefined ? (
          <span className="text-xs text-accent">new</span>
        ) : null
      }
      aside={<ItemFlags kind="criterion" itemId={criterion.id} label={criterion.label} />}
      menu={[
        { label: 'Move up', disabled: !findStep(groups, { groupId, place }, -1), onSelect: () => step(-1) },
        { label: 'Move down', disabled: !findStep(groups, { groupId, place }, 1), onSelect: () => step(1) },
        { label: 'Duplicate', separated: true, onSelect: actions.duplicate },
        {
          label: isOff ? 'Switch on' : 'Switch off',
          onSelect: () => edit({ kind: 'switch', keys: [key], on: isOff }),
        },
        { label: 'Remove', danger: true, separated: true, onSelect: actions.remove },
      ]}
      columns={
        <>
          <PointsControls axis={axis} criterion={criterion} />
          <span className="max-md:hidden">
            {worth ? (
              <Sparkline values={worth} width={44} height={14} min={0} max={1} colour={AXIS_COLOUR[axis]} />
            ) : null}
          </span>
          <span className="max-md:hidden">
            <CriterionFiguresCell criterionId={criterion.id} figures={figures} />
          </span>
        </>
      }
      form={<CriterionForm criterion={criterion} />}
    />
  );
}

function useCriterionActions(criterion: Criterion, { groupId, place }: CriterionPlace) {
  const { edit, onOpen, onRemoved } = useRubricEditing();
  const change = (made: StructureEdit) => edit({ kind: 'structure', change: made });
  return {
    move: (to: CriterionPlace) => change({ kind: 'moveCriterion', criterionId: criterion.id, ...to }),
    duplicate: () => {
      const copy = copyItem(criterion);
      change({ kind: 'addCriterion', criterion: copy, groupId, place: place + 1 });
      onOpen(criterionKey(copy.id));
    },
    remove: () => {
      change({ kind: 'removeCriterion', criterionId: criterion.id });
      onRemoved(criterion.label.trim() === '' ? 'The criterion' : criterion.label);
    },
  };
}

/** The place one step up or down: past the end of a group it is in the next one. */
function findStep(
  groups: readonly Group[],
  { groupId, place }: CriterionPlace,
  by: -1 | 1,
): CriterionPlace | null {
  const at = groups.findIndex(({ id }) => id === groupId);
  const group = groups[at];
  if (!group) return null;
  const next = place + by;
  if (next >= 0 && next < group.criteria.length) return { groupId, place: next };
  const neighbour = groups[at + by];
  return neighbour ? { groupId: neighbour.id, place: by < 0 ? neighbour.criteria.length : 0 } : null;
}
