import type { SparseDesign } from '@/lib/calibration/logistic-regression';
import type { BinSet, Evidence, Term } from './types';

function markBins({ features }: Evidence, { feature, bins }: BinSet): Uint8Array {
  const { codes = new Uint8Array(), bins: all = [] } = features[feature] ?? {};
  const inside = new Uint8Array(all.length);
  for (const bin of bins) inside[bin] = 1;
  return codes.map((code) => inside[code] ?? 0);
}

/** 1 for every row for which a term counts. */
export function markTerm(evidence: Evidence, term: Term): Uint8Array {
  switch (term.kind) {
    case 'bins':
      return markBins(evidence, term);
    case 'both': {
      const [one, other] = term.parts;
      const held = markBins(evidence, other);
      return markBins(evidence, one).map((inside, row) => inside & (held[row] ?? 0));
    }
    case 'indicator':
      return evidence.indicators[term.indicator]?.holds ?? new Uint8Array(evidence.outcomes.length);
  }
}

/** The rows by terms of a model: each row has those that count for it. */
export function designTerms(evidence: Evidence, terms: readonly Term[]): SparseDesign {
  const rows = evidence.outcomes.length;
  const marks = terms.map((term) => markTerm(evidence, term));
  const starts = new Int32Array(rows + 1);
  for (const mark of marks)
    for (let row = 0; row < rows; row += 1) starts[row + 1] = (starts[row + 1] ?? 0) + (mark[row] ?? 0);
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

/** The same evidence of some of the rows alone, in the order given. */
export function pickRows(evidence: Evidence, rows: Int32Array): Evidence {
  const pick = (values: Uint8Array) => Uint8Array.from(rows, (row) => values[row] ?? 0);
  return {
    features: evidence.features.map((feature) => ({ ...feature, codes: pick(feature.codes) })),
    indicators: evidence.indicators.map((indicator) => ({ ...indicator, holds: pick(indicator.holds) })),
    outcomes: pick(evidence.outcomes),
  };
}
