import type { CompiledRubric } from '@/lib/scoring/compile-rubric';
import type { CriterionExplanation, Explanation, GroupExplanation } from '@/lib/scoring/explain';
import type { Axis } from '@/lib/scoring/types';
import type { Trial, TrialGroup, TrialRow, TrialSide } from './types';

export interface Explained {
  compiled: CompiledRubric;
  explanation: Explanation;
}

const AXES: readonly Axis[] = ['fit', 'intent'];

function toSide({ compiled, explanation }: Explained): TrialSide {
  const { fit, intent, score, tier, disqualifiers } = explanation;
  const { fitWeight } = compiled.rubric;
  return { fit, intent, score, tier, fitWeight, disqualifiers: disqualifiers.map(({ label }) => label) };
}

/** Things of both sides by their id: the draft's order, then what only the live version has. */
function pair<T>(live: readonly T[], draft: readonly T[], idOf: (one: T) => string) {
  const liveById = new Map(live.map((one) => [idOf(one), one]));
  const draftIds = new Set(draft.map(idOf));
  return [
    ...draft.map((one) => ({ draft: one, live: liveById.get(idOf(one)) })),
    ...live.filter((one) => !draftIds.has(idOf(one))).map((one) => ({ live: one, draft: undefined })),
  ];
}

function toRow(live: CriterionExplanation | undefined, draft: CriterionExplanation | undefined): TrialRow[] {
  const shown = draft ?? live;
  if (!shown) return [];
  const { criterionId, label, condition, decay } = shown;
  return [
    {
      id: criterionId,
      label,
      condition: decay === null || decay === 'stays' ? condition : `${condition}, ${decay}`,
      live: live?.contribution ?? null,
      draft: draft?.contribution ?? null,
    },
  ];
}

const counts = ({ live, draft }: TrialRow) => (live ?? 0) !== 0 || (draft ?? 0) !== 0;

function toGroup(live: GroupExplanation | undefined, draft: GroupExplanation | undefined): TrialGroup[] {
  const shown = draft ?? live;
  if (!shown) return [];
  const rows = pair(live?.criteria ?? [], draft?.criteria ?? [], ({ criterionId }) => criterionId);
  const taken = (group: GroupExplanation | undefined) => (group ? group.total - group.sum : 0);
  return [
    {
      id: shown.groupId,
      label: shown.label,
      rows: rows.flatMap((row) => toRow(row.live, row.draft)),
      live: live?.total ?? null,
      draft: draft?.total ?? null,
      liveLimit: taken(live),
      draftLimit: taken(draft),
    },
  ];
}

/**
 * One lead's explanations by two rubrics, side by side: rows add up to groups with what limits took, groups to axes. A
 * criterion that moved to another group stands in both.
 *
 * @param name the lead's; null for a typed one.
 */
export function compareTrial(live: Explained, draft: Explained, name: string | null): Trial {
  let idle = 0;
  const axes = AXES.map((axis) => {
    const groups = pair(
      live.explanation.axes[axis].groups,
      draft.explanation.axes[axis].groups,
      ({ groupId }) => groupId,
    ).flatMap((both) => toGroup(both.live, both.draft));
    const shown = groups.map((group) => {
      const rows = group.rows.filter(counts);
      idle += group.rows.length - rows.length;
      return { ...group, rows };
    });
    return {
      axis,
      groups: shown.filter(
        ({ rows, live: a, draft: b }) => rows.length > 0 || (a ?? 0) !== 0 || (b ?? 0) !== 0,
      ),
    };
  });
  return { name, live: toSide(live), draft: toSide(draft), axes, idle };
}
