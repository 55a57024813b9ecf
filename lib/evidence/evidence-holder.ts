import { ColumnScorer, type ScoredColumns, type UnitColumn } from '@/lib/scoring/score-columns';
import { planScore } from '@/lib/scoring/score-units';
import type { Rubric } from '@/lib/scoring/types';
import { listKeys, pickUnknown } from './evidence-keys';
import type { DealRows, EvidencePart, LeadRows } from './types';

/** Columns that no rubric of late needs are kept up to so many, for edits that are taken back. */
const MOST_COLUMNS = 200;

/** Two rubrics are scored side by side. */
export type Side = 'before' | 'after';

/** The columns of a rubric's criteria and disqualifiers, in its order. */
export interface RubricColumns {
  criteria: UnitColumn[];
  disqualifiers: UnitColumn[];
}

/** Evidence of the same rows, column by column as it becomes known, ready to be scored by any rubric of known criteria. */
export class EvidenceHolder<R extends LeadRows | DealRows> {
  private readonly columns = new Map<string, UnitColumn>();
  private readonly scorers: Record<Side, ColumnScorer>;

  /** @param rubric whose criteria the part's columns are of. */
  constructor(
    readonly part: EvidencePart<R>,
    rubric: Rubric,
  ) {
    this.scorers = { before: new ColumnScorer(part.rowCount), after: new ColumnScorer(part.rowCount) };
    this.add(rubric, part.columns);
  }

  /** A rubric of those criteria and disqualifiers alone whose columns are not known yet; null when all are. */
  pickUnknown(rubric: Rubric): Rubric | null {
    return pickUnknown(rubric, (key) => this.columns.has(key));
  }

  /** Takes columns in that were gathered for the same rows by another rubric. */
  add(rubric: Rubric, columns: readonly UnitColumn[]): void {
    const { criteria, disqualifiers } = listKeys(rubric);
    [...criteria, ...disqualifiers].forEach((key, place) => {
      const column = columns[place];
      if (column) this.columns.set(key, column);
    });
  }

  /**
   * The columns of a rubric.
   *
   * @throws Error when one is not known.
   */
  select(rubric: Rubric): RubricColumns {
    const find = (key: string): UnitColumn => {
      const column = this.columns.get(key);
      if (!column) throw new Error('Evidence is scored before it was gathered.');
      // The last used come last, and stay the longest.
      this.columns.delete(key);
      this.columns.set(key, column);
      return column;
    };
    const { criteria, disqualifiers } = listKeys(rubric);
    const selected = { criteria: criteria.map(find), disqualifiers: disqualifiers.map(find) };
    for (const key of this.columns.keys()) {
      // Never one of the rubric that this one is compared with.
      if (this.columns.size <= Math.max(MOST_COLUMNS, 4 * (criteria.length + disqualifiers.length))) break;
      this.columns.delete(key);
    }
    return selected;
  }

  /** Every row's score by a rubric, in columns that the side's next scoring overwrites. */
  score(side: Side, rubric: Rubric): Readonly<ScoredColumns> {
    const { criteria, disqualifiers } = this.select(rubric);
    return this.scorers[side].score(planScore(rubric), criteria, disqualifiers);
  }
}
