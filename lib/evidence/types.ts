import type { UnitColumn } from '@/lib/scoring/score-columns';

/** Whose evidence is gathered: every lead's now, or closed deals' at the first engagement of their leads. */
export type PartName = 'leads' | 'deals';

/** Somebody whose queue leads may wait in. */
export interface Person {
  id: string;
  name: string;
}

/** Where a lead waits: nowhere (won, lost, put off), where anyone may take it, or in a person's queue (2 and after). */
export const WAITS_NOWHERE = 0;
export const WAITS_FREE = 1;
export const FIRST_PERSON = 2;

/** What is known of the leads besides their evidence, by row. */
export interface LeadRows {
  kind: 'leads';
  /** Sixteen bytes a lead. */
  ids: Uint8Array;
  /** See {@link WAITS_NOWHERE}. */
  waits: Uint16Array;
  /** Whom `waits` means, from {@link FIRST_PERSON} on. */
  people: readonly Person[];
}

/** The same of closed deals. */
export interface DealRows {
  kind: 'deals';
  /** 1 for a deal that was won, 0 for one that was lost. */
  won: Uint8Array;
  /** When the lead was first engaged, in milliseconds since 1970 UTC. */
  engagedAt: Float64Array;
}

/** Rows × criteria, by criterion and without zeros. */
export interface EvidencePart<R extends LeadRows | DealRows = LeadRows | DealRows> {
  /** The instant that leads were measured as of, in milliseconds since 1970 UTC. */
  asOf: number;
  rowCount: number;
  /** Changes when the rows are others, or in another order. */
  fingerprint: string;
  /** Of leads, the greatest of their ids: those that come later have greater ones. Null of deals, and of no leads. */
  lastId: string | null;
  rows: R;
  /** One for each criterion that was asked for and then one for each disqualifier, in the order of the rubric. */
  columns: readonly UnitColumn[];
}

/** How many leads came into a rubric's best tier. */
export interface Flow {
  /** Oldest week first: by the least score that the tier might have, 0 to 100. */
  weeks: number[][];
  /** Leads that were scored, of all that were active. */
  sampled: number;
  active: number;
}
