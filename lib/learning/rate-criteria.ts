import { weighEvidence } from '@/lib/calibration/weight-of-evidence';
import { wilsonInterval } from '@/lib/calibration/wilson-interval';
import type { Interval } from '@/lib/calibration/types';

/** How rows fared that had something. */
export interface Fared {
  won: number;
  lost: number;
  /** Won of all, 0–1; null when there are none. */
  rate: number | null;
  /** Wilson, 95 %. */
  interval: Interval;
}

/** What the rows say of one criterion by itself. */
export interface CriterionEvidence {
  with: Fared;
  without: Fared;
  /** Of having it: above 0 speaks for winning. */
  weightOfEvidence: number;
  informationValue: number;
}

function fared(won: number, lost: number): Fared {
  const all = won + lost;
  return { won, lost, rate: all === 0 ? null : won / all, interval: wilsonInterval(won, all) };
}

/**
 * Counts how rows fared with a criterion and without it.
 *
 * @param held 1 where the criterion holds.
 * @param outcomes 1 for won, 0 for lost.
 */
export function rateCriterion(held: Uint8Array, outcomes: Uint8Array): CriterionEvidence {
  const having = { won: 0, lost: 0 };
  const others = { won: 0, lost: 0 };
  held.forEach((inside, row) => {
    (inside === 1 ? having : others)[outcomes[row] === 1 ? 'won' : 'lost'] += 1;
  });
  const { bins, informationValue } = weighEvidence([having, others]);
  return {
    with: fared(having.won, having.lost),
    without: fared(others.won, others.lost),
    weightOfEvidence: bins[0]?.weight ?? 0,
    informationValue,
  };
}

const percent = (rate: number | null) => (rate === null ? 'none' : `${(rate * 100).toFixed(1)} %`);

/** Evidence in a sentence: "Of 1,243 with it 31.0 % won, of the others 9.8 %." */
export function describeEvidence({ with: having, without }: CriterionEvidence): string {
  const count = (having.won + having.lost).toLocaleString('en');
  return `Of ${count} with it ${percent(having.rate)} won, of the others ${percent(without.rate)}.`;
}
