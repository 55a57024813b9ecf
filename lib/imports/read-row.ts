import { readValue } from './read-value';
import type { Value } from '@/lib/intake/types';
import type { ColumnStyle, CsvRow, FieldType, ImportPlan, Rejection } from './types';

/** A column whose type is settled. */
export interface TypedColumn {
  index: number;
  header: string;
  path: string;
  type: FieldType;
  style: ColumnStyle;
}

/** A constant whose type is settled; its text may hold `{row}`. */
export interface TypedConstant {
  path: string;
  type: FieldType;
  text: string;
}

/** How every row of a file is read. */
export interface RowReading {
  /** Number of columns in the header. */
  width: number;
  columns: readonly TypedColumn[];
  constants: readonly TypedConstant[];
  values: ImportPlan['values'];
}

/** The values of a row by field path, or why it is refused. */
export type ReadRow = { values: Map<string, Value> } | { rejection: Rejection };

/** A cell's text, after the mapping's values were applied. */
export function readCell(values: ImportPlan['values'], path: string, cell: string): string {
  return values.get(path)?.get(cell.trim().toLowerCase()) ?? cell;
}

/** Why a row's shape does not fit its header, or null. Empty cells past the end are no fault. */
export function findShapeFault(cells: readonly string[], width: number): string | null {
  const filled = cells.findLastIndex((cell) => cell.trim() !== '') + 1;
  if (filled <= width && cells.length >= width) return null;
  const count = filled > width ? filled : cells.length;
  return `The row has ${count} ${count === 1 ? 'column' : 'columns'}, the header has ${width}`;
}

/**
 * Reads the cells of a row, column by column. All faults of the row are told at once; column and value are the first
 * one's.
 */
export function readRow(reading: RowReading, { row, cells }: CsvRow): ReadRow {
  const shape = findShapeFault(cells, reading.width);
  if (shape) return { rejection: { row, column: null, value: null, reason: shape } };
  const values = new Map<string, Value>();
  const faults: { column: string; value: string; reason: string }[] = [];
  for (const column of reading.columns) {
    const cell = cells[column.index] ?? '';
    const read = readValue(readCell(reading.values, column.path, cell), column.type, column.style);
    if (read === undefined) continue;
    if ('value' in read) values.set(column.path, read.value);
    else faults.push({ column: column.header, value: cell, reason: `${column.header}: ${read.reason}` });
  }
  const [first] = faults;
  if (first) {
    const reason = faults.map((fault) => fault.reason).join('; ');
    return { rejection: { row, column: first.column, value: cutValue(first.value), reason } };
  }
  addConstants(reading.constants, row, values);
  return { values };
}

/** A cell's text as a rejection keeps it. */
export function cutValue(text: string): string {
  return text
    .replaceAll('\0', '�')
    .slice(0, 500)
    .replace(/[\ud800-\udbff]$/, '');
}

function addConstants(constants: readonly TypedConstant[], row: number, values: Map<string, Value>): void {
  for (const { path, type, text } of constants) {
    if (values.has(path)) continue;
    const read = readValue(text.replaceAll('{row}', String(row)), type);
    if (read && 'value' in read) values.set(path, read.value);
  }
}
