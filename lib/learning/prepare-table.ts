import { parseNumber } from '@/lib/imports/parse-number';
import { pickColumn, type Column } from './column';
import { LEAST_OF_EACH } from './constants';
import type { LearnInput } from './learn-table';
import { nameFields } from './name-fields';
import { listSpellings } from './list-spellings';
import { findReading, isUnknownCell, readCells, type ColumnReading } from './read-column';
import { scoreRows } from './score-rows';
import { holdOut, rowsWhere } from './shuffle-rows';
import type { LeftOut } from './sift-columns';

/** A file's header and rows, as text. */
export interface Table {
  file: string;
  header: readonly string[];
  rows: readonly (readonly string[])[];
}

/** What somebody asks to be learned. */
export interface LearnRequest {
  outcome: string;
  positive: string;
  exclude: readonly string[];
  keep: readonly string[];
  id: string | null;
  time: string | null;
  holdout: number;
  seed: number;
}

/** Why nothing can be learned, in one message for whoever asked. */
export class LearnFault extends Error {}

/** What the outcome column held, and how it was counted. */
export interface OutcomeCount {
  value: string;
  rows: number;
  counts: 'won' | 'lost' | 'not counted';
}

export interface PreparedTable {
  input: LearnInput;
  leftOut: LeftOut[];
  outcomeValues: OutcomeCount[];
  holdOut: { kind: 'random' | 'time' | 'file'; words: string };
  /** The instant that ages of dates are counted from; null where each row has its own. */
  asOf: number | null;
}

const quoteAll = (names: readonly string[]) => names.map((name) => `"${name}"`).join(', ');

function placeOf(table: Table, column: string, flag: string): number {
  const exact = table.header.indexOf(column);
  const place =
    exact >= 0 ? exact : table.header.findIndex((name) => name.toLowerCase() === column.trim().toLowerCase());
  if (place >= 0) return place;
  throw new LearnFault(
    `${table.file} has no column "${column}" (${flag}). Its columns are ${quoteAll(table.header)}.`,
  );
}

/** Whether a cell is the wanted outcome: the same words, or the same number. */
function isPositive(cell: string, positive: string): boolean {
  const [a, b] = [cell.trim().toLowerCase(), positive.trim().toLowerCase()];
  if (a === b) return true;
  const number = parseNumber(a);
  return number !== null && number === parseNumber(b);
}

function countOutcomes(cells: readonly string[], positive: string): OutcomeCount[] {
  const counts = new Map<string, number>();
  for (const cell of cells) counts.set(cell.trim(), (counts.get(cell.trim()) ?? 0) + 1);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, 20)
    .map(([value, rows]) => ({
      value,
      rows,
      counts: isPositive(value, positive) ? 'won' : isUnknownCell(value) ? 'not counted' : 'lost',
    }));
}

interface Rows {
  cells: readonly (readonly string[])[];
  outcomes: Uint8Array;
  /** How many of them, the first, come from the file that is learned from. */
  fromFile: number;
}

function requireEnough(
  { outcomes }: Rows,
  fromFile: number,
  table: Table,
  request: LearnRequest,
  values: OutcomeCount[],
): void {
  const own = outcomes.subarray(0, fromFile);
  const won = own.reduce((sum, outcome) => sum + outcome, 0);
  const lost = own.length - won;
  const missing = [
    ...(won < LEAST_OF_EACH
      ? [`${LEAST_OF_EACH - won} more with "${request.positive}" (there are ${won})`]
      : []),
    ...(lost < LEAST_OF_EACH ? [`${LEAST_OF_EACH - lost} more without it (there are ${lost})`] : []),
  ];
  if (missing.length === 0) return;
  const held =
    won === 0 ? ` The column "${request.outcome}" holds ${quoteAll(values.map(({ value }) => value))}.` : '';
  throw new LearnFault(
    `${table.file} has too few outcomes to learn from: at least ${LEAST_OF_EACH} of each are needed, so ${missing.join(' and ')}.${held}`,
  );
}

/** The rows with a known outcome: of the file first, then of the test file. */
function collectRows(table: Table, test: Table | null, request: LearnRequest): Rows {
  const cells: (readonly string[])[] = [];
  const outcomes: number[] = [];
  let fromFile = 0;
  for (const source of test ? [table, test] : [table]) {
    const outcome = placeOf(source, request.outcome, '--outcome');
    // A test file may have its columns in another order.
    const places = table.header.map((name) => source.header.indexOf(name));
    for (const row of source.rows) {
      const cell = row[outcome] ?? '';
      if (isUnknownCell(cell) && !isPositive(cell, request.positive)) continue;
      cells.push(places.map((place) => row[place] ?? ''));
      outcomes.push(isPositive(cell, request.positive) ? 1 : 0);
    }
    if (source === table) fromFile = cells.length;
  }
  return { cells, outcomes: Uint8Array.from(outcomes), fromFile };
}

function readTimes(table: Table, cells: Rows['cells'], request: LearnRequest): (number | null)[] | null {
  if (request.time === null) return null;
  const place = placeOf(table, request.time, '--time');
  const texts = cells.map((row) => row[place] ?? '');
  const reading = findReading(texts);
  if (reading.kind !== 'date' && reading.kind !== 'number') {
    throw new LearnFault(
      `${table.file}: the column "${request.time}" (--time) holds no dates, such as 2024-12-31.`,
    );
  }
  return readCells(reading, texts).map((value) => (typeof value === 'number' ? value : null));
}

interface Split {
  train: Int32Array;
  held: Int32Array;
  holdOut: PreparedTable['holdOut'];
}

function splitByTime(times: readonly (number | null)[], request: LearnRequest): Split {
  const timed = [...times.keys()].filter((row) => times[row] !== null);
  timed.sort((a, b) => (times[a] ?? 0) - (times[b] ?? 0) || a - b);
  const first = Math.min(timed.length - 1, Math.max(1, Math.round(timed.length * (1 - request.holdout))));
  const held = new Set(timed.slice(first));
  const from = times[timed[first] ?? 0] ?? 0;
  // Plain figures, such as a running number or a year, order rows as well; they are shown as they are.
  const since = Math.abs(from) > 1e9 ? new Date(from).toISOString().slice(0, 10) : String(from);
  const words = `the newest ${Math.round(request.holdout * 100)} % by ${request.time ?? 'time'}, from ${since} on`;
  return {
    train: rowsWhere(times.length, (row) => !held.has(row)),
    held: rowsWhere(times.length, (row) => held.has(row)),
    holdOut: { kind: 'time', words },
  };
}

function splitRows(
  rows: Rows,
  test: Table | null,
  times: readonly (number | null)[] | null,
  request: LearnRequest,
): Split {
  const { outcomes, fromFile } = rows;
  if (test) {
    const words = `all of ${test.file}`;
    return {
      train: rowsWhere(outcomes.length, (row) => row < fromFile),
      held: rowsWhere(outcomes.length, (row) => row >= fromFile),
      holdOut: { kind: 'file', words },
    };
  }
  if (times) return splitByTime(times, request);
  const held = holdOut(outcomes, request.holdout, request.seed);
  const words = `${Math.round(request.holdout * 100)} % at random (seed ${request.seed}), won and lost alike`;
  return {
    train: rowsWhere(outcomes.length, (row) => held[row] === 0),
    held: rowsWhere(outcomes.length, (row) => held[row] === 1),
    holdOut: { kind: 'random', words },
  };
}

/** Columns that are not even looked at, and why. */
function listAsked(table: Table, request: LearnRequest): Map<string, LeftOut> {
  const named = (column: string, flag: string, kind: LeftOut['kind'], reason: string): [string, LeftOut] => {
    const name = table.header[placeOf(table, column, flag)] ?? column;
    return [name, { column: name, kind, reason }];
  };
  return new Map([
    ...request.exclude.map((column) => named(column, '--exclude', 'asked', 'was to be left out (--exclude)')),
    ...(request.id === null ? [] : [named(request.id, '--id', 'id', 'names the rows (--id)')]),
    ...(request.time === null
      ? []
      : [
          named(
            request.time,
            '--time',
            'order',
            'orders the rows (--time); what it says of the future is not known',
          ),
        ]),
  ]);
}

function findNewest(columns: readonly Column[]): number {
  let newest = 0;
  for (const { kind, values } of columns) {
    if (kind !== 'date') continue;
    for (const value of values) if (typeof value === 'number' && value > newest) newest = value;
  }
  return newest;
}

/**
 * Makes of a file what the learner takes: types and words for "unknown" are found from the rows that are learned from
 * alone, and the rows held out are read in the same way.
 *
 * @param test a file to judge by; null to hold out part of the first.
 * @throws LearnFault when a column is not there or there are too few outcomes.
 */
export function prepareTable(
  name: string,
  table: Table,
  test: Table | null,
  request: LearnRequest,
): PreparedTable {
  const outcome = table.header[placeOf(table, request.outcome, '--outcome')] ?? '';
  const asked = listAsked(table, request);
  for (const column of request.keep) placeOf(table, column, '--keep');
  const values = countOutcomes(
    table.rows.map((row) => row[table.header.indexOf(outcome)] ?? ''),
    request.positive,
  );
  const rows = collectRows(table, test, request);
  requireEnough(rows, rows.fromFile, table, request, values);
  const times = readTimes(table, rows.cells, request);
  const split = splitRows(rows, test, times, request);
  const names = table.header.filter((column) => column !== outcome && !asked.has(column));
  const missing = test ? names.filter((column) => !test.header.includes(column)) : [];
  if (test && missing.length > 0)
    throw new LearnFault(`${test.file} lacks the column ${quoteAll(missing)} of ${table.file}.`);
  const readings = new Map<string, ColumnReading>(
    names.map((column) => {
      const place = table.header.indexOf(column);
      return [column, findReading(Array.from(split.train, (row) => rows.cells[row]?.[place] ?? ''))];
    }),
  );
  const email = names.find((column) => readings.get(column)?.kind === 'email') ?? null;
  const fields = nameFields(names, email);
  const columns = names.flatMap((column): Column[] => {
    const reading = readings.get(column);
    if (!reading) return [];
    const place = table.header.indexOf(column);
    const cells = rows.cells.map((row) => row[place] ?? '');
    const { kind, unknownWords } = reading;
    return [
      {
        name: column,
        field: fields.get(column) ?? column,
        kind,
        unknownWords,
        values: readCells(reading, cells),
        spellings: kind === 'text' ? listSpellings(cells) : undefined,
      },
    ];
  });
  const newest = findNewest(columns);
  const hasDates = times?.some((time) => time !== null && time > 1e9) ?? false;
  const asOf = Float64Array.from(rows.cells, (_, row) => (hasDates ? (times?.[row] ?? newest) : newest));
  return {
    input: {
      name,
      columns,
      outcomes: rows.outcomes,
      asOf,
      ...split,
      features: [],
      indicators: [],
      counts: [],
      score: (rubric, picked) =>
        scoreRows(
          rubric,
          columns.map((column) => pickColumn(column, picked)),
          Float64Array.from(picked, (row) => asOf[row] ?? 0),
        ),
      keep: new Set(request.keep),
      seed: request.seed,
    },
    leftOut: [...asked.values()],
    outcomeValues: values,
    holdOut: split.holdOut,
    asOf: hasDates ? null : newest,
  };
}
