import type { LeadRecord } from '@/lib/intake/types';
import { buildLead, type RecordContext } from './build-record';
import { PREVIEW_ROWS } from './constants';
import { planColumns } from './plan-columns';
import type { DateOrder } from './parse-date';
import type { NumberStyle } from './parse-number';
import { startProfile, type ColumnProfile } from './profile-column';
import type { TextFormat } from './detect-format';
import { openTable, type OpenBytes, type TableFile } from './read-table';
import { KIND_READERS } from './read-records';
import { findShapeFault, readRow, type RowReading, type TypedColumn } from './read-row';
import { recogniseKind } from './recognise-columns';
import { recogniseVendor, type Vendor } from './recognise-vendor';
import { sourceOf, type ImportOptions } from './schema';
import { profileRow, readingOfFile } from './survey-file';
import type {
  ChosenStyle,
  CsvRow,
  FieldType,
  ImportKind,
  ImportPlan,
  PlannedColumn,
  ValueType,
} from './types';

/** A column of the file, and what would become of it. */
export interface PreviewColumn extends PlannedColumn {
  type: FieldType | null;
  /** How its numbers and dates are read, where that makes a difference. */
  style: ShownStyle;
  /** Its first different values. */
  samples: string[];
  /** Cells with a value among the rows looked at, 0–1. */
  filled: number;
}

/** How a column is read; null where nothing in it could be read in two ways, and nobody chose. */
export interface ShownStyle {
  numbers: NumberStyle | null;
  dates: DateOrder | 'unclear' | null;
}

/** One of the first rows as it would be read. */
export interface PreviewRow {
  row: number;
  /** By field path; empty when the row would be rejected. */
  values: Record<string, string>;
  /** Why it would be rejected. */
  reason: string | null;
}

/** The beginning of a file, as it would be imported. */
export interface Preview {
  text: TextFormat | null;
  workbook: TableFile['workbook'];
  /** What the header says the rows are; null when it says too little. */
  recognised: ImportKind | null;
  /** Whose export the header says the file is. */
  vendor: Vendor | null;
  columns: PreviewColumn[];
  rows: PreviewRow[];
  /** How many rows were looked at. */
  looked: number;
}

const SHOWN_ROWS = 10;
const SAMPLES = 3;

/** The beginning of a file, read. */
interface Beginning {
  table: TableFile;
  plan: ImportPlan;
  profiles: readonly ColumnProfile[];
  reading: RowReading;
  rows: readonly CsvRow[];
}

async function readBeginning(
  openBytes: OpenBytes,
  options: ImportOptions,
  known: ReadonlyMap<string, ValueType>,
): Promise<Beginning> {
  const table = await openTable(openBytes, options.format);
  const plan = planColumns(table.header, options.mapping);
  const rows: CsvRow[] = [];
  for await (const row of table.rows) {
    rows.push(row);
    if (rows.length >= PREVIEW_ROWS) break;
  }
  const profiles = plan.columns.map(startProfile);
  for (const row of rows) {
    if (!findShapeFault(row.cells, plan.columns.length)) profileRow(plan, profiles, row);
  }
  return { table, plan, profiles, reading: readingOfFile({ plan, profiles }, known), rows };
}

/**
 * Reads the first rows of a file and says how they would be imported. Nothing is stored.
 *
 * @param known types of the attributes that exist, by field path.
 * @throws ImportFault when the file cannot be read, or the mapping does not fit it.
 */
export async function previewFile(
  openBytes: OpenBytes,
  options: ImportOptions,
  known: ReadonlyMap<string, ValueType>,
  now: Date,
): Promise<Preview> {
  const { table, plan, profiles, reading, rows } = await readBeginning(openBytes, options, known);
  const fitting = rows.filter(({ cells }) => !findShapeFault(cells, plan.columns.length));
  return {
    text: table.text,
    workbook: table.workbook,
    recognised: recogniseKind(table.header),
    vendor: recogniseVendor(table.header),
    columns: plan.columns.map((column) => describeColumn(column, { plan, profiles, reading, rows: fitting })),
    rows: rows.slice(0, SHOWN_ROWS).map((row) => describeRow(plan, reading, options, now, row)),
    looked: rows.length,
  };
}

/** The leads of the rows that a preview shows, by row; those that would be rejected are left out. */
export async function readFirstLeads(
  openBytes: OpenBytes,
  options: ImportOptions,
  known: ReadonlyMap<string, ValueType>,
  now: Date,
): Promise<{ row: number; record: LeadRecord }[]> {
  const { reading, rows } = await readBeginning(openBytes, options, known);
  return rows.slice(0, SHOWN_ROWS).flatMap((row) => {
    const read = readRow(reading, row);
    if ('rejection' in read) return [];
    const built = buildLead(read.values, toContext(options, now));
    return 'record' in built ? [{ row: row.row, record: built.record }] : [];
  });
}

function toContext(options: ImportOptions, now: Date): RecordContext {
  return { source: sourceOf(options), sourceNamed: options.source !== null, now: now.toISOString() };
}

interface Looked {
  plan: ImportPlan;
  profiles: readonly ColumnProfile[];
  reading: RowReading;
  rows: readonly CsvRow[];
}

function describeColumn(column: PlannedColumn, { plan, profiles, reading, rows }: Looked): PreviewColumn {
  const cells = rows.map(({ cells: all }) => (all[column.index] ?? '').trim()).filter((cell) => cell !== '');
  const typed = reading.columns.find(({ index }) => index === column.index);
  return {
    ...column,
    type: typed?.type ?? null,
    style: showStyle(profiles[column.index], typed, plan.styles.get(column.header)),
    samples: [...new Set(cells)].slice(0, SAMPLES),
    filled: rows.length === 0 ? 0 : cells.length / rows.length,
  };
}

const NUMERIC: readonly FieldType[] = ['number', 'amount'];
const DATED: readonly FieldType[] = ['date', 'instant'];

function showStyle(
  profile: ColumnProfile | undefined,
  typed: TypedColumn | undefined,
  chosen: ChosenStyle | undefined,
): ShownStyle {
  if (!profile || !typed) return { numbers: null, dates: null };
  const { numberStyles, dateOrders } = profile;
  const hasNumbers = NUMERIC.includes(typed.type) && [...numberStyles].some((style) => style !== 'either');
  const hasDates = [...dateOrders].some((order) => order !== 'either');
  const isDated = DATED.includes(typed.type) || (typed.type === 'text' && profile.dates === profile.known);
  return {
    numbers: hasNumbers || chosen?.numbers ? typed.style.numbers : null,
    dates: hasDates && isDated ? (typed.style.dates ?? 'unclear') : null,
  };
}

function describeRow(
  { kind }: ImportPlan,
  reading: RowReading,
  options: ImportOptions,
  now: Date,
  row: CsvRow,
): PreviewRow {
  const read = readRow(reading, row);
  if ('rejection' in read) return { row: row.row, values: {}, reason: read.rejection.reason };
  const built = KIND_READERS[kind].build(read.values, toContext(options, now), row.row);
  if (!('record' in built)) return { row: row.row, values: {}, reason: built.reason };
  const values: Record<string, string> = {};
  for (const [path, value] of read.values)
    values[path] = Array.isArray(value) ? value.join(', ') : String(value);
  return { row: row.row, values, reason: null };
}
