import type { SparseDesign } from '@/lib/calibration/logistic-regression';
import type { BinSet, Evidence, Term } from './types';

function markBins({ features, outcomes }: Evidence, { feature, bins }: BinSet): Uint8Array {
  const { codes = new Uint8Array(), bins: all = [] } = features[feature] ?? {};
  const inside = new Uint8Array(all.length);
  for (const bin of bins) inside[bin] = 1;
  const marks = new Uint8Array(outcomes.length);
  for (let row = 0; row < marks.length; row += 1) marks[row] = inside[codes[row] ?? 0] ?? 0;
  return marks;
}

/** 1 for every row for which a term counts. */
export function markTerm(evidence: Evidence, term: Term): Uint8Array {
  switch (term.kind) {
    case 'bins':
      return markBins(evidence, term);
    case 'both': {
      const marks = markBins(evidence, term.parts[0]);
      const held = markBins(evidence, term.parts[1]);
      for (let row = 0; row < marks.length; row += 1) marks[row] = (marks[row] ?? 0) & (held[row] ?? 0);
      return marks;
    }
    case 'indicator':
      return evidence.indicators[term.indicator]?.holds ?? new Uint8Array(evidence.outcomes.length);
  }
}

/** The rows of terms, each looked up once: a growing model keeps most of its terms from step to step. */
export class TermMarks {
  private readonly known = new Map<Term, Uint8Array>();

  constructor(private readonly evidence: Evidence) {}

  /** 1 for every row for which the term counts. */
  of(term: Term): Uint8Array {
    let marks = this.known.get(term);
    if (!marks) this.known.set(term, (marks = markTerm(this.evidence, term)));
    return marks;
  }

  /** The rows by terms of a model: each row has those that count for it. */
  design(terms: readonly Term[]): SparseDesign {
    const rows = this.evidence.outcomes.length;
    const marks = terms.map((term) => this.of(term));
    const starts = new Int32Array(rows + 1);
    for (const mark of marks) {
      for (let row = 0; row < rows; row += 1) starts[row + 1] = (starts[row + 1] ?? 0) + (mark[row] ?? 0);
    }
    for (let row = 0; row < rows; row += 1) starts[row + 1] = (starts[row + 1] ?? 0) + (starts[row] ?? 0);
    const next = starts.slice();
    const held = new Int32Array(starts[rows] ?? 0);
    for (const [term, mark] of marks.entries()) {
      for (let row = 0; row < rows; row += 1) {
        if (mark[row] !== 1) continue;
        held[next[row] ?? 0] = term;
        next[row] = (next[row] ?? 0) + 1;
      }
    }
    return { starts, terms: held, parameters: terms.length };
  }
}

/** The same evidence of some of the rows alone, in the order given. */
export function pickRows(evidence: Evidence, rows: Int32Array): Evidence {
  const pick = (values: Uint8Array) => Uint8Array.from(rows, (row) => values[row] ?? 0);
  return {
    features: evidence.features.map((feature) => ({ ...feature, codes: pick(feature.codes) })),
    indicators: evidence.indicators.map((indicator) => ({ ...indicator, holds: pick(indicator.holds) })),
    outcomes: pick(evidence.outcomes),
  };
}
