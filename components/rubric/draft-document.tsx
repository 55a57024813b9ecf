'use client';

import { DragDropProvider, PointerSensor, type DragEndEvent } from '@dnd-kit/react';
import { isSortable } from '@dnd-kit/react/sortable';
import { groupKey } from '@/lib/rubrics/find-faults';
import { listCriteria } from '@/lib/rubrics/list-criteria';
import { criterionKey, disqualifierKey, type RubricDraft } from '@/lib/rubrics/rubric-draft';
import type { StructureEdit } from '@/lib/rubrics/edit-structure';
import { DraftAxis } from './draft-axis';
import { DraftDisqualifiers } from './draft-disqualifiers';
import { groupDragId } from './draft-group';
import { useRubricEditing } from './editing-context';
import { ThresholdsSection, type ThresholdEditing } from './thresholds-section';

/** The keys of the keyboard move rows themselves, without lifting them first. */
const SENSORS = [PointerSensor];

/** A rubric to be edited, whole: fit, intent, thresholds, disqualifiers. */
export function DraftDocument({ thresholds }: { thresholds: ThresholdEditing }) {
  const { draft, edit } = useRubricEditing();
  const drop = (event: DragEndEvent) => {
    const change = readDrop(event, draft);
    if (change) edit({ kind: 'structure', change });
  };
  return (
    <DragDropProvider sensors={SENSORS} onDragEnd={drop}>
      <DraftAxis axis="fit" />
      <DraftAxis axis="intent" />
      <ThresholdsSection rubric={draft.rubric} editing={thresholds} />
      <DraftDisqualifiers />
    </DragDropProvider>
  );
}

/** What a row or group that was let go of does to the draft; null when it is where it was. */
function readDrop({ canceled, operation }: DragEndEvent, { rubric }: RubricDraft): StructureEdit | null {
  const { source, target } = operation;
  if (canceled || !isSortable(source)) return null;
  const { id, index, initialIndex, group, initialGroup } = source;
  const disqualifier = rubric.disqualifiers.find((one) => disqualifierKey(one.id) === id);
  if (disqualifier) {
    if (index === initialIndex) return null;
    return { kind: 'moveDisqualifier', disqualifierId: disqualifier.id, place: index };
  }
  const groups = [...rubric.fit.groups, ...rubric.intent.groups];
  const whole = groups.find((one) => groupDragId(one.id) === id);
  if (whole) return index === initialIndex ? null : { kind: 'moveGroup', groupId: whole.id, place: index };
  const criterion = listCriteria(rubric).find((one) => criterionKey(one.id) === id);
  if (!criterion) return null;
  const empty = groups.find((one) => groupKey(one.id) === target?.id);
  const groupId = empty?.id ?? String(group);
  if (groupId === initialGroup && index === initialIndex) return null;
  const place = empty && empty.id !== initialGroup ? empty.criteria.length : index;
  return { kind: 'moveCriterion', criterionId: criterion.id, groupId, place };
}
