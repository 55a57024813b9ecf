/** Where a page of deals goes on: behind this deal, newest engagement first. */
export interface DealCursor {
  /** Milliseconds since 1970 UTC. */
  engagedAt: number;
  id: string;
}

const FORM = /^(\d{1,13})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** A cursor as an address holds it. */
export function writeDealCursor({ engagedAt, id }: DealCursor): string {
  return `${engagedAt}.${id}`;
}

/** Reads what writeDealCursor wrote; undefined for anything else. */
export function readDealCursor(text: string | undefined): DealCursor | undefined {
  const [, engagedAt, id] = FORM.exec(text ?? '') ?? [];
  return engagedAt !== undefined && id !== undefined ? { engagedAt: Number(engagedAt), id } : undefined;
}
