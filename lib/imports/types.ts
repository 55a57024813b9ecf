import type { CompanyRecord, DealRecord, EventRecord, LeadRecord } from '@/lib/intake/types';
import type { IMPORT_KINDS } from './constants';
import type { DateOrder } from './parse-date';
import type { NumberStyle } from './parse-number';

export type ImportKind = (typeof IMPORT_KINDS)[number];

/** The types that an attribute can have. */
export type ValueType = 'text' | 'number' | 'boolean' | 'date' | 'list';

/** How a field's text is read. Besides attribute types: identities, instants, money, deal outcomes, event types. */
export type FieldType =
  ValueType | 'email' | 'domain' | 'key' | 'name' | 'instant' | 'amount' | 'currency' | 'outcome' | 'event';

/** A place that a column can be read into. */
export interface Field {
  /** "email", "company.industry", "custom.plan", "properties.path". */
  path: string;
  label: string;
  /** Null when the type is inferred from the whole column. */
  type: FieldType | null;
}

/** How the numbers, dates and lists of one column are written. */
export interface ColumnStyle {
  numbers: NumberStyle;
  /** Null when no date of the column tells day and month apart. */
  dates: DateOrder | null;
  /** What separates the elements of a list; null for any of `;`, `|` and `,`. */
  separator: ';' | '|' | null;
}

/** How a column is written, as far as somebody said so. */
export interface ChosenStyle {
  type?: ValueType;
  numbers?: NumberStyle;
  dates?: DateOrder;
}

/** A column of the file and what becomes of it. */
export interface PlannedColumn {
  /** Position in the row, from 0. */
  index: number;
  header: string;
  /** Null when the column is left out. */
  field: Field | null;
  /** Who decided: the mapping file, the header's name, or nobody, so that it becomes an attribute of its own. */
  basis: 'mapping' | 'name' | 'attribute' | 'left_out';
}

/** What is to be done with every row of a file. */
export interface ImportPlan {
  kind: ImportKind;
  columns: PlannedColumn[];
  /** By field path: their values, lower-cased, to ours. */
  values: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** By column: what somebody said of how it is written. */
  styles: ReadonlyMap<string, ChosenStyle>;
  constants: readonly { field: Field; value: string }[];
}

/** A row of the file. */
export interface CsvRow {
  /** As a spreadsheet counts: the header is row 1. */
  row: number;
  cells: string[];
}

/** Why a row was not imported. */
export interface Rejection {
  row: number;
  column: string | null;
  value: string | null;
  reason: string;
}

export interface Counts {
  created: number;
  updated: number;
  unchanged: number;
  rejected: number;
}

/** What a row of each kind is read into. */
export interface RecordByKind {
  companies: CompanyRecord;
  leads: LeadRecord;
  events: EventRecord;
  deals: DealRecord;
}
