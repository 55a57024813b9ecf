import type { IMPORT_KINDS } from './constants';
import type { DateOrder } from './parse-date';
import type { NumberStyle } from './parse-number';

export type ImportKind = (typeof IMPORT_KINDS)[number];

/** The types that an attribute can have. */
export type ValueType = 'text' | 'number' | 'boolean' | 'date' | 'list';

/** An attribute's value as it is stored; dates are ISO 8601 text. */
export type Value = string | number | boolean | string[];

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

/** Values by attribute key, flat: `title`, `custom.plan`. */
export type AttributePatch = Record<string, Value>;

export interface CompanyRecord {
  name: string | null;
  domain: string | null;
  externalId: string | null;
  source: string;
  /** True when the file, its mapping or the person importing names the source; false for the default one. */
  sourceNamed: boolean;
  /** ISO 8601. */
  createdAt: string | null;
  attributes: AttributePatch;
}

/** The company that a lead's row tells of. */
export interface LeadCompany {
  name: string | null;
  domain: string | null;
  /** Attributes that are known stay as they are: a later row of the file has the last word. */
  fillOnly: boolean;
  attributes: AttributePatch;
}

export type Outcome = 'open' | 'won' | 'lost';

/** The outcome that a lead's row carries. */
export interface LeadDeal {
  outcome: Outcome;
  /** Decimal text with two digits. */
  amount: string | null;
  createdAt: string | null;
  closedAt: string | null;
}

export interface LeadRecord {
  email: string | null;
  externalId: string | null;
  source: string;
  /** True when the file, its mapping or the person importing names the source; false for the default one. */
  sourceNamed: boolean;
  name: string | null;
  createdAt: string | null;
  ownerEmail: string | null;
  attributes: AttributePatch;
  company: LeadCompany | null;
  deal: LeadDeal | null;
}

export interface EventRecord {
  messageId: string;
  type: string;
  at: string;
  email: string | null;
  externalId: string | null;
  source: string;
  companyDomain: string | null;
  properties: Record<string, unknown>;
}

export interface DealRecord {
  externalId: string;
  source: string;
  name: string | null;
  stage: string | null;
  /** Null when the row says neither outcome nor stage. */
  outcome: Outcome | null;
  amount: string | null;
  currency: string | null;
  createdAt: string | null;
  closedAt: string | null;
  lostReason: string | null;
  ownerEmail: string | null;
  email: string | null;
  leadExternalId: string | null;
  companyDomain: string | null;
}

/** What a row of each kind is read into. */
export interface RecordByKind {
  companies: CompanyRecord;
  leads: LeadRecord;
  events: EventRecord;
  deals: DealRecord;
}
