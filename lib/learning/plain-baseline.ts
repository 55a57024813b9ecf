import { fitLogistic, predictLogOdds, type SparseDesign } from '@/lib/calibration/logistic-regression';
import type { Column } from './column';
import { isFreeText, listLevels } from './cut-bins';

/** Terms of a row's column: parameter and value. */
type Encode = (value: number | string | null) => [parameter: number, value: number][];

const RIDGE = 1;
/** Of very wide tables the first so many columns are taken: this is a yardstick, no more. */
const MOST_COLUMNS = 80;

function encodeNumbers(values: readonly number[], first: number): { encode: Encode; parameters: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const spread =
    Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length)) || 1;
  return {
    parameters: 2,
    encode: (value) => (value === null ? [[first + 1, 1]] : [[first, (Number(value) - mean) / spread]]),
  };
}

function encodeLevels(
  column: Column,
  train: Int32Array,
  first: number,
): { encode: Encode; parameters: number } {
  const levels = listLevels(Array.from(train, (row) => column.values[row] ?? null));
  const placeOf = new Map(levels.map((level, place) => [level, first + place]));
  return {
    parameters: levels.length + 1,
    encode: (value) => {
      const parameter = value === null ? first + levels.length : placeOf.get(String(value));
      return parameter === undefined ? [] : [[parameter, 1]];
    },
  };
}

function encodeColumn(
  column: Column,
  train: Int32Array,
  first: number,
): { encode: Encode; parameters: number } {
  if (column.kind !== 'number' && column.kind !== 'date') return encodeLevels(column, train, first);
  const known = Array.from(train, (row) => column.values[row]).filter((value) => typeof value === 'number');
  return encodeNumbers(known, first);
}

function designRows(
  columns: readonly Column[],
  encoders: readonly Encode[],
  rows: Int32Array,
  parameters: number,
): SparseDesign {
  const starts = new Int32Array(rows.length + 1);
  const terms: number[] = [];
  const values: number[] = [];
  rows.forEach((row, index) => {
    for (const [place, column] of columns.entries()) {
      for (const [parameter, value] of encoders[place]?.(column.values[row] ?? null) ?? []) {
        terms.push(parameter);
        values.push(value);
      }
    }
    starts[index + 1] = terms.length;
  });
  return { starts, terms: Int32Array.from(terms), values: Float64Array.from(values), parameters };
}

/**
 * What anyone would try first: a ridge logistic regression on all columns as they are, figures standardised, every
 * frequent value a parameter of its own. A yardstick for the rubric.
 *
 * @returns the log-odds of the rows judged.
 */
export function fitPlainBaseline(
  columns: readonly Column[],
  outcomes: Uint8Array,
  train: Int32Array,
  judged: Int32Array,
): Float64Array {
  const taken = columns.filter((column) => !isFreeText(column)).slice(0, MOST_COLUMNS);
  let parameters = 0;
  const encoders = taken.map((column) => {
    const encoder = encodeColumn(column, train, parameters);
    parameters += encoder.parameters;
    return encoder.encode;
  });
  const own = Uint8Array.from(train, (row) => outcomes[row] ?? 0);
  const model = fitLogistic(designRows(taken, encoders, train, parameters), own, { ridge: RIDGE, steps: 12 });
  return predictLogOdds(designRows(taken, encoders, judged, parameters), model);
}
