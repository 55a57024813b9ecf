import { START_GROUP } from '@/lib/learning/constants';
import type { Prediction } from '@/lib/prediction/types';
import { buildWhyTable, type WhyTable } from './why-table';

/** What was learned from deals makes of a lead, as components take it. */
export interface PredictionView extends Omit<Prediction, 'breakdown'> {
  /** Whole points, 0–100. */
  score: number;
  why: WhyTable;
  /** What moves the score most, the strongest first, each with what it is worth in points of the score. */
  strongest: { id: string; label: string; worth: number }[];
}

const STRONGEST = 3;

function findStrongest({ axes }: WhyTable, fitWeight: number): PredictionView['strongest'] {
  return axes
    .flatMap(({ axis, groups }) => {
      const weight = axis === 'fit' ? fitWeight : 1 - fitWeight;
      const rows = groups.filter(({ id }) => id !== START_GROUP).flatMap((group) => group.rows);
      return rows.map(({ id, label, now }) => ({ id, label, worth: now * weight }));
    })
    .filter(({ worth }) => worth !== 0)
    .sort((a, b) => Math.abs(b.worth) - Math.abs(a.worth))
    .slice(0, STRONGEST);
}

/** A prediction with its reasons as a table that adds up, and the strongest of them. */
export function toPredictionView({ breakdown, ...prediction }: Prediction, leadId: string): PredictionView {
  const why = buildWhyTable(breakdown, leadId);
  return {
    ...prediction,
    score: breakdown.now.score,
    why,
    strongest: findStrongest(why, prediction.fitWeight),
  };
}
