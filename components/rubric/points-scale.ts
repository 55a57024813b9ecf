import { listCriteria } from '@/lib/rubrics/list-criteria';
import type { Rubric } from '@/lib/scoring/types';

const LEAST_SPAN = 50;

/** How far the sliders of points reach on either side of zero: 50, or the next ten that holds every criterion. */
export function spanOfPoints(...rubrics: readonly Rubric[]): number {
  const points = rubrics.flatMap((rubric) => listCriteria(rubric).map((one) => Math.abs(one.points)));
  return Math.max(LEAST_SPAN, Math.ceil(Math.max(0, ...points) / 10) * 10);
}
