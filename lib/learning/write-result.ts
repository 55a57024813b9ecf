import type { Learned } from './learn-table';
import type { LearnRequest, PreparedTable } from './prepare-table';

/** Figures are printed to so many digits behind the point. */
const DIGITS = 6;

/** The same data with its figures rounded. */
function roundDeep(value: unknown): unknown {
  if (typeof value === 'number') return Number.isInteger(value) ? value : Number(value.toFixed(DIGITS));
  if (Array.isArray(value)) return value.map(roundDeep);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, roundDeep(inner)]));
}

function countRows(outcomes: Uint8Array, rows: Int32Array) {
  const positive = rows.reduce((sum, row) => sum + (outcomes[row] ?? 0), 0);
  return { rows: rows.length, positive, negative: rows.length - positive };
}

function describeResult(
  { outcome, positive, seed }: LearnRequest,
  prepared: PreparedTable,
  learned: Learned,
) {
  const { input, leftOut, outcomeValues, holdOut, asOf } = prepared;
  const { judged, baseline, curve } = learned;
  return {
    rubric: learned.rubric,
    ...judged,
    calibration: learned.calibration,
    criteria: learned.criteria,
    leftOut: [...leftOut, ...learned.leftOut],
    baseline: { model: 'ridge logistic regression on every column as it is', ...baseline },
    rates: {
      ...curve,
      words:
        'The chance of winning at a score is 1 ÷ (1 + e^−(intercept + perPoint × score)), learned on the training rows; the Brier score is of these chances.',
    },
    outcome: { column: outcome, positive, values: outcomeValues },
    training: countRows(input.outcomes, input.train),
    holdOut: { ...holdOut, ...countRows(input.outcomes, input.held) },
    scoredAs:
      'A file tells who the leads are: all criteria are fit, fit has the whole weight, and score = fit. Figures are of the rounded rubric, scored by the engine.',
    fields: input.columns.map(({ name, field, kind }) => ({ column: name, field, kind })),
    asOf: asOf === null || asOf === 0 ? null : new Date(asOf).toISOString(),
    strength: { ridge: learned.ridge, pointsPerLogOdds: learned.pointsPerLogOdds },
    seed,
    gains: learned.gains,
    baselineGains: learned.baselineGains,
  };
}

export type LearnResult = ReturnType<typeof describeResult>;

/** Everything that was learned and how well it does, as it is printed: the rubric first. */
export function writeResult(request: LearnRequest, prepared: PreparedTable, learned: Learned): LearnResult {
  const result = describeResult(request, prepared, learned);
  return JSON.parse(JSON.stringify(roundDeep(result))) as LearnResult;
}
