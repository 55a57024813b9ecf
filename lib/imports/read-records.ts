import {
  buildCompany,
  buildDeal,
  buildEvent,
  buildLead,
  type Built,
  type RecordContext,
} from './build-record';
import { HeldRecords, type Contradiction, type Group } from './held-records';
import type { HeldCompanies } from './held-companies';
import { findKeys } from './identity';
import { mergeCompanies, mergeDeals, mergeLeads } from './merge-records';
import { cutValue, readRow, type RowReading } from './read-row';
import type { RepeatedKeys } from './repeated-keys';
import type { LeadRecord, Value } from '@/lib/intake/types';
import type { CsvRow, ImportKind, RecordByKind, Rejection } from './types';

/** What comes out of a row: a group that is complete, or a rejection; nothing while a group waits for its last row. */
export type FromRow<T> = { group: Group<T> } | { rejection: Rejection } | null;

/** How the records of one kind are made, known and merged. */
export interface KindReader<T> {
  build: (values: ReadonlyMap<string, Value>, context: RecordContext, row: number) => Built<T>;
  keys: (record: T) => string[];
  merge: (earlier: T, later: T) => T | Contradiction;
}

/** The readers of all kinds. */
export const KIND_READERS: { [K in ImportKind]: KindReader<RecordByKind[K]> } = {
  companies: { build: buildCompany, keys: (record) => findKeys('companies', record), merge: mergeCompanies },
  leads: { build: buildLead, keys: (record) => findKeys('leads', record), merge: mergeLeads },
  events: { build: buildEvent, keys: () => [], merge: (earlier) => earlier },
  deals: { build: buildDeal, keys: (record) => findKeys('deals', record), merge: mergeDeals },
};

/** The reader of leads that brings together what many rows tell of one company. */
export function readLeadsWith(companies: HeldCompanies): KindReader<LeadRecord> {
  return {
    ...KIND_READERS.leads,
    build: (values, context, row) => {
      const built = buildLead(values, context);
      if (!('record' in built) || !built.record.company) return built;
      return { record: { ...built.record, company: companies.take(row, built.record.company) } };
    },
  };
}

/** Turns the rows of a file into records of one kind. */
export class RecordReader<T extends object> {
  private readonly held: HeldRecords<T>;

  constructor(
    private readonly kind: KindReader<T>,
    private readonly reading: RowReading,
    private readonly context: RecordContext,
    repeated: RepeatedKeys,
  ) {
    this.held = new HeldRecords<T>(repeated, kind.merge);
  }

  /** Reads one row. */
  read(row: CsvRow): FromRow<T> {
    const read = readRow(this.reading, row);
    if ('rejection' in read) return read;
    const built = this.kind.build(read.values, this.context, row.row);
    if (!('record' in built)) return { rejection: this.reject(row, built.path, built.reason) };
    const taken = this.held.take(row.row, this.kind.keys(built.record), built.record);
    if (taken && 'contradiction' in taken) {
      return { rejection: this.reject(row, 'externalId', taken.contradiction) };
    }
    return taken && { group: taken };
  }

  /** The groups that still wait when the file is at its end. */
  flush(): Group<T>[] {
    return this.held.flush();
  }

  private reject({ row, cells }: CsvRow, path: string | null, reason: string): Rejection {
    const column = this.reading.columns.find((candidate) => candidate.path === path);
    const value = column ? cutValue(cells[column.index] ?? '') : null;
    return { row, column: column?.header ?? null, value, reason };
  }
}
