import { FIELDS, findField } from './fields';
import { HEADER_NAMES } from './header-names';
import type { Field, ImportKind } from './types';

/** A header as names are compared: letters without accents and digits, lower case. "E-mail" and "email" are one. */
export function reduceName(header: string): string {
  return header
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

const NAMES: Record<ImportKind, ReadonlyMap<string, { path: string; rank: number }>> = {
  companies: readNames('companies'),
  leads: readNames('leads'),
  events: readNames('events'),
  deals: readNames('deals'),
};

function readNames(kind: ImportKind): ReadonlyMap<string, { path: string; rank: number }> {
  const names = new Map<string, { path: string; rank: number }>();
  for (const [path, list] of Object.entries(HEADER_NAMES[kind])) {
    list.split(' ').forEach((name, rank) => names.set(name, { path, rank }));
  }
  return names;
}

/**
 * Finds the fields that a header names, each field once: by our own path ("company.domain", "custom.plan") or by a name
 * that tools export it under. Where two columns name one field, the more usual name has it.
 *
 * @param taken paths of fields that are given away already.
 * @returns one entry per column; undefined where none is recognised.
 */
export function recogniseColumns(
  kind: ImportKind,
  header: readonly string[],
  taken: ReadonlySet<string> = new Set(),
): (Field | undefined)[] {
  const best = new Map<string, { index: number; rank: number }>();
  header.forEach((name, index) => {
    const found = recognise(kind, name, header);
    if (!found || taken.has(found.path)) return;
    const before = best.get(found.path);
    if (!before || found.rank < before.rank) best.set(found.path, { index, rank: found.rank });
  });
  const fields: (Field | undefined)[] = header.map(() => undefined);
  for (const [path, { index }] of best) fields[index] = findField(kind, path);
  return fields;
}

function recognise(kind: ImportKind, name: string, header: readonly string[]) {
  // "source" is our word for where an external id comes from; without one it is a marketing source.
  const isMarketingSource = name === 'source' && kind === 'leads' && !header.includes('externalId');
  if (!isMarketingSource && findField(kind, name)) return { path: name, rank: -1 };
  return NAMES[kind].get(reduceName(name));
}

const SAYS_KIND: readonly { kind: ImportKind; names: readonly (readonly string[])[] }[] = [
  {
    kind: 'deals',
    names: [
      ['dealid'],
      ['dealname'],
      ['dealtitle'],
      ['dealstage'],
      ['opportunityid'],
      ['opportunityname'],
      ['stage', 'amount'],
    ],
  },
  {
    kind: 'events',
    names: [
      ['activityid'],
      ['activitytype'],
      ['activitytypeid'],
      ['marketoguid'],
      ['eventtype'],
      ['eventname'],
      ['event', 'timestamp'],
      ['type', 'at'],
      ['messageid'],
      ['event', 'at'],
      ['event', 'date'],
    ],
  },
  {
    kind: 'leads',
    names: [
      ['contactid'],
      ['leadid'],
      ['personid'],
      ['personname'],
      ['personemailwork'],
      ['email'],
      ['emailaddress'],
      ['workemail'],
      ['firstname', 'lastname'],
      ['emailadresse'],
      ['vorname', 'nachname'],
      ['prenom', 'nom'],
      ['correoelectronico'],
    ],
  },
  {
    kind: 'companies',
    names: [
      ['companyid'],
      ['companyname'],
      ['companydomainname'],
      ['domain'],
      ['company'],
      ['accountname'],
      ['organizationid'],
      ['organizationname'],
      ['name', 'industry'],
      ['firma'],
      ['firmenname'],
      ['entreprise'],
      ['empresa'],
    ],
  },
];

/** The kind of rows that a header belongs to, or null when it says too little. */
export function recogniseKind(header: readonly string[]): ImportKind | null {
  const names = new Set(header.map(reduceName));
  const said = SAYS_KIND.find((entry) => entry.names.some((set) => set.every((name) => names.has(name))));
  return said?.kind ?? null;
}

/** Paths that a mapping may name for a kind, as an error message lists them. */
export function listPaths(kind: ImportKind): string {
  const own = {
    companies: ', custom.*',
    leads: ', custom.*, company.custom.*',
    events: ', properties.*',
    deals: '',
  };
  return FIELDS[kind].map((field) => field.path).join(', ') + own[kind];
}
