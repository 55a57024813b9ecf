/** Where a page of leads goes on: the last row's place in the order, and how many rows stand before. */
export interface Cursor {
  tierRank: number;
  score: number;
  leadId: string;
  /** Number of the row, counted from 1. */
  position: number;
}

const FORM = /^(\d{1,3})\.(\d{1,3})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(\d{1,9})$/;

/** A cursor as an address holds it. */
export function writeCursor({ tierRank, score, leadId, position }: Cursor): string {
  return `${tierRank}.${score}.${leadId}.${position}`;
}

/** Reads what writeCursor wrote; undefined for anything else. */
export function readCursor(text: string | undefined): Cursor | undefined {
  const match = FORM.exec(text ?? '');
  if (!match) return undefined;
  const [, tierRank, score, leadId = '', position] = match;
  return { tierRank: Number(tierRank), score: Number(score), leadId, position: Number(position) };
}
