import type {
  Criterion,
  Disqualifier,
  FitCriterion,
  Group,
  IntentCriterion,
  Rubric,
} from '@/lib/scoring/types';
import { insertAt, mapAxes, moveCriterion, moveTo, type CriterionPlace } from './edit-groups';

/** Edits of what there is, and of its order. Places count from 0, without what is moved. */
export type StructureEdit =
  | { kind: 'addGroup'; axis: 'fit'; group: Group<FitCriterion>; place: number }
  | { kind: 'addGroup'; axis: 'intent'; group: Group<IntentCriterion>; place: number }
  | { kind: 'moveGroup'; groupId: string; place: number }
  | { kind: 'removeGroup'; groupId: string }
  | ({ kind: 'addCriterion'; criterion: Criterion } & CriterionPlace)
  | ({ kind: 'moveCriterion'; criterionId: string } & CriterionPlace)
  | { kind: 'removeCriterion'; criterionId: string }
  | { kind: 'addDisqualifier'; disqualifier: Disqualifier; place: number }
  | { kind: 'moveDisqualifier'; disqualifierId: string; place: number }
  | { kind: 'removeDisqualifier'; disqualifierId: string };

/** Whether a criterion is one of intent. */
export function isIntent(criterion: Criterion): criterion is IntentCriterion {
  return 'kind' in criterion;
}

/** The rubric with something added, moved or removed; what is named and not there is passed over. */
export function applyStructureEdit(rubric: Rubric, edit: StructureEdit): Rubric {
  switch (edit.kind) {
    case 'addGroup':
      return edit.axis === 'fit'
        ? { ...rubric, fit: { groups: insertAt(rubric.fit.groups, edit.place, edit.group) } }
        : { ...rubric, intent: { groups: insertAt(rubric.intent.groups, edit.place, edit.group) } };
    case 'moveGroup':
      return mapAxes(rubric, (groups) => moveTo(groups, edit.groupId, edit.place));
    case 'removeGroup':
      return mapAxes(rubric, (groups) => groups.filter(({ id }) => id !== edit.groupId));
    case 'addCriterion':
      return addCriterion(rubric, edit.criterion, edit);
    case 'moveCriterion':
      return mapAxes(rubric, (groups) => moveCriterion(groups, edit.criterionId, edit));
    case 'removeCriterion':
      return mapAxes(rubric, (groups) =>
        groups.map((group) => ({
          ...group,
          criteria: group.criteria.filter(({ id }) => id !== edit.criterionId),
        })),
      );
    case 'addDisqualifier':
      return { ...rubric, disqualifiers: insertAt(rubric.disqualifiers, edit.place, edit.disqualifier) };
    case 'moveDisqualifier':
      return { ...rubric, disqualifiers: moveTo(rubric.disqualifiers, edit.disqualifierId, edit.place) };
    case 'removeDisqualifier': {
      const disqualifiers = rubric.disqualifiers.filter(({ id }) => id !== edit.disqualifierId);
      return { ...rubric, disqualifiers };
    }
  }
}

function addCriterion(rubric: Rubric, criterion: Criterion, { groupId, place }: CriterionPlace): Rubric {
  const add = <C extends Criterion>(groups: readonly Group<C>[], next: C): Group<C>[] =>
    groups.map((group) =>
      group.id === groupId ? { ...group, criteria: insertAt(group.criteria, place, next) } : group,
    );
  return isIntent(criterion)
    ? { ...rubric, intent: { groups: add(rubric.intent.groups, criterion) } }
    : { ...rubric, fit: { groups: add(rubric.fit.groups, criterion) } };
}
