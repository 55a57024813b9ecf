import { z } from 'zod';

const count = z.int().min(0);

/** What undoing an import does or did: rows that go, values that are put back, and what stays with the reason. */
export const undoneSchema = z.object({
  eventsRemoved: count,
  dealsRemoved: count,
  /** Changed by someone since. */
  dealsKept: count,
  leadsRemoved: count,
  /** Something hangs on them that did not come with the import. */
  leadsKept: count,
  companiesRemoved: count,
  companiesKept: count,
  /** Rows that were there before the import. */
  rowsRestored: count,
  /** Of their values, those that changed again since. */
  valuesKept: count,
});

export type Undone = z.output<typeof undoneSchema>;

export const NOTHING_UNDONE: Undone = {
  eventsRemoved: 0,
  dealsRemoved: 0,
  dealsKept: 0,
  leadsRemoved: 0,
  leadsKept: 0,
  companiesRemoved: 0,
  companiesKept: 0,
  rowsRestored: 0,
  valuesKept: 0,
};
