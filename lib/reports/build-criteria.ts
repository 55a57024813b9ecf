import { judgeCriterion } from '@/lib/calibration/criterion-evidence';
import type { Outcomes } from '@/lib/calibration/types';
import type { Rubric } from '@/lib/scoring/types';
import type { CriteriaReport, CriterionRow } from './types';

/** Where a criterion stands in a rubric: fit first, from 0, as stored scores count them. */
export interface PlacedCriterion {
  id: string;
  label: string;
  axis: 'fit' | 'intent';
  group: string;
  points: number;
}

/** Every criterion of a rubric in the order of its places. */
export function listPlaces({ fit, intent }: Rubric): PlacedCriterion[] {
  const of = (axis: 'fit' | 'intent', groups: Rubric['fit']['groups'] | Rubric['intent']['groups']) =>
    groups.flatMap((group) =>
      group.criteria.map(({ id, label, points }) => ({ id, label, axis, group: group.label, points })),
    );
  return [...of('fit', fit.groups), ...of('intent', intent.groups)];
}

/** The place of a criterion; undefined when the rubric has none of that id. */
export function placeOf(rubric: Rubric, id: string | undefined): number | undefined {
  const place = listPlaces(rubric).findIndex((criterion) => criterion.id === id);
  return place < 0 ? undefined : place;
}

/** Judges every criterion of a rubric by the closed deals for which it held at first engagement. */
export function buildCriteria(rubric: Rubric, rows: readonly CriterionRow[]): CriteriaReport {
  const find = (place: number | null): Outcomes =>
    rows.find((row) => row.place === place) ?? { won: 0, lost: 0 };
  const all = find(null);
  return {
    won: all.won,
    closed: all.won + all.lost,
    lines: listPlaces(rubric).map((criterion, place) => {
      const { won, lost } = find(place);
      const without = { won: all.won - won, lost: all.lost - lost };
      return { ...criterion, ...judgeCriterion(criterion.points, { won, lost }, without) };
    }),
  };
}
