import { flattenValues } from '@/lib/intake/flat-values';
import { STATE_LABEL } from './constants';
import { readPath, writeValue } from './list-facts';
import { mergeStates } from './merge-values';
import type { FactRow, LeadDetail } from './types';

/** A value of two leads, as people choose between them. */
export interface ComparedValue {
  /** What a merge calls it: `name`, `companyId`, `attributes.title`. */
  path: string;
  label: string;
  /** In words; null where nothing is known. */
  survivor: string | null;
  merged: string | null;
  /** Both know something, and not the same. */
  differs: boolean;
  /** Which of the two is chosen while nobody chooses. */
  chosen: 'survivor' | 'merged';
}

interface Column {
  path: string;
  label: string;
  read: (lead: LeadDetail) => string | null;
}

const COLUMNS: readonly Column[] = [
  // A lead without a name is called by its address or id.
  {
    path: 'name',
    label: 'Name',
    read: ({ name, email, externalId }) => (name === email || name === externalId ? null : name),
  },
  { path: 'email', label: 'E-mail', read: ({ email }) => email },
  { path: 'companyId', label: 'Company', read: ({ company }) => company?.name ?? null },
  { path: 'ownerId', label: 'Owner', read: ({ owner }) => owner?.name ?? null },
  { path: 'state', label: 'State', read: ({ state }) => STATE_LABEL[state] },
];

/** Paths under which two rows are the same although their words may be. */
function identityOf(lead: LeadDetail, path: string): string | null {
  if (path === 'companyId') return lead.company?.id ?? null;
  return path === 'ownerId' ? (lead.owner?.id ?? null) : null;
}

/** What two leads know, one value a line: columns first, then attributes in their order; unknown to both is left out. */
export function compareLeads(
  survivor: LeadDetail,
  merged: LeadDetail,
  definitions: readonly FactRow[],
): ComparedValue[] {
  const columns = COLUMNS.map(({ path, label, read }) =>
    compare(
      path,
      label,
      read(survivor),
      read(merged),
      identityOf(survivor, path) === identityOf(merged, path),
    ),
  );
  const own = definitions.filter(({ entity }) => entity === 'lead');
  const attributes = [...own, ...listUndefined([survivor, merged], own)].map(({ key, label, type }) => {
    const words = (lead: LeadDetail) => writeValue(readPath(lead.attributes, key), type, key) || null;
    return compare(`attributes.${key}`, label, words(survivor), words(merged));
  });
  const rows = [...columns, ...attributes].filter((row) => row.survivor !== null || row.merged !== null);
  return rows.map((row) => (row.path === 'state' ? { ...row, chosen: chooseState(survivor, merged) } : row));
}

/** Attributes that nobody defined, under their own keys. */
function listUndefined(leads: readonly LeadDetail[], known: readonly FactRow[]) {
  const keys = new Set(known.map(({ key }) => key));
  const paths = leads.flatMap(({ attributes }) => Object.keys(flattenValues({ attributes })));
  return [...new Set(paths.map((path) => path.slice('attributes.'.length)))].flatMap((key) =>
    keys.has(key) ? [] : [{ key, label: key.replace('custom.', ''), type: 'text' as const }],
  );
}

function compare(
  path: string,
  label: string,
  survivor: string | null,
  merged: string | null,
  isSame = true,
): ComparedValue {
  const both = survivor !== null && merged !== null;
  const differs = both && (survivor !== merged || !isSame);
  return { path, label, survivor, merged, differs, chosen: survivor === null ? 'merged' : 'survivor' };
}

function chooseState(survivor: LeadDetail, merged: LeadDetail): 'survivor' | 'merged' {
  return mergeStates(survivor.state, merged.state) === survivor.state ? 'survivor' : 'merged';
}
