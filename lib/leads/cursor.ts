/** Where a page of leads goes on: the last row's place in the order, and how many rows stand before. */
export interface Cursor {
  tierRank: number;
  score: number;
  /** When an answer is due, in milliseconds since 1970; null when none is. */
  respondBy: number | null;
  leadId: string;
  /** Number of the row, counted from 1. */
  position: number;
}

const FORM = /^(\d{1,3})\.(\d{1,3})\.(\d{1,15})?\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(\d{1,9})$/;

/** A cursor as an address holds it. */
export function writeCursor({ tierRank, score, respondBy, leadId, position }: Cursor): string {
  return `${tierRank}.${score}.${respondBy ?? ''}.${leadId}.${position}`;
}

/** Reads what writeCursor wrote; undefined for anything else. */
export function readCursor(text: string | undefined): Cursor | undefined {
  const match = FORM.exec(text ?? '');
  if (!match) return undefined;
  const [, tierRank, score, due, leadId = '', position] = match;
  const respondBy = due === undefined ? null : Number(due);
  return { tierRank: Number(tierRank), score: Number(score), respondBy, leadId, position: Number(position) };
}
