/** A lead that is tried in place of the effect on all: one with an id, one that is typed, or none chosen yet. */
export type TriedLead = { kind: 'lead'; id: string } | { kind: 'typed' } | { kind: 'none' };

/** Where one is in the editor. */
export interface EditorPlace {
  /** The key of what is open to be edited. */
  openKey: string | null;
  /** Null while the effect on all leads is shown. */
  tried: TriedLead | null;
}

const OPEN = 'open';
const TRY = 'try';
const TYPED = 'typed';

/** Reads the place from an address. */
export function readPlace(search: Pick<URLSearchParams, 'get'>): EditorPlace {
  return { openKey: search.get(OPEN), tried: readTried(search.get(TRY)) };
}

function readTried(value: string | null): TriedLead | null {
  if (value === null) return null;
  if (value === '') return { kind: 'none' };
  return value === TYPED ? { kind: 'typed' } : { kind: 'lead', id: value };
}

/** The search part of an address with the place in it; what else it holds stays. */
export function writePlace(search: URLSearchParams, { openKey, tried }: EditorPlace): URLSearchParams {
  const next = new URLSearchParams(search);
  next.delete(OPEN);
  next.delete(TRY);
  if (openKey !== null) next.set(OPEN, openKey);
  if (tried) next.set(TRY, tried.kind === 'lead' ? tried.id : tried.kind === 'typed' ? TYPED : '');
  return next;
}
