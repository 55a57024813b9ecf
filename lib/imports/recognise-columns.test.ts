import { describe, expect, it } from 'vitest';
import { FIELDS } from './fields';
import { HEADER_NAMES } from './header-names';
import { IMPORT_KINDS } from './constants';
import { recogniseColumns, recogniseKind } from './recognise-columns';
import type { ImportKind } from './types';

const CRM: Record<ImportKind, Record<string, string | undefined>> = {
  companies: {
    'Company ID': 'externalId',
    'Company Name': 'name',
    'Company Domain Name': 'domain',
    Industry: 'industry',
    'Number of Employees': 'employees',
    'Annual Revenue': 'revenue',
    'Phone Number': 'phone',
    Website: 'website',
    'Street Address': 'street',
    City: 'city',
    'State/Region': 'region',
    'Postal Code': 'postalCode',
    Country: 'country',
    'Create Date': 'createdAt',
    'Last Modified Date': undefined,
    'Company Owner': 'custom.owner',
  },
  leads: {
    'Contact ID': 'externalId',
    'First Name': 'firstName',
    'Last Name': 'lastName',
    Email: 'email',
    'Phone Number': 'phone',
    'Mobile Phone Number': 'mobilePhone',
    'Job Title': 'title',
    'Lifecycle Stage': 'lifecycleStage',
    'Lead Status': 'status',
    'Create Date': 'createdAt',
    'Last Modified Date': undefined,
    'Contact Owner': 'owner',
    'Lead Source': 'leadSource',
    'Website URL': 'website',
    'Street Address': 'street',
    City: 'city',
    'State/Region': 'region',
    'Postal Code': 'postalCode',
    Country: 'country',
    'Associated Company Domain': 'company.domain',
  },
  events: {
    'Activity ID': 'messageId',
    'Activity Type': 'type',
    'Activity Date': 'at',
    'Activity Owner': undefined,
    'Notes/Description': undefined,
    'Call Outcome': undefined,
    'Associated Contact Email': 'lead.email',
  },
  deals: {
    'Deal ID': 'externalId',
    'Deal Name': 'name',
    'Deal Stage': 'stage',
    Pipeline: undefined,
    Amount: 'amount',
    'Close Date': 'closedAt',
    'Create Date': 'createdAt',
    'Deal Owner': 'owner',
    'Deal Type': undefined,
    'Closed Lost Reason': 'lostReason',
    'Associated Company Domain': 'company.domain',
    'Associated Contact Email': 'lead.email',
  },
};

describe('recogniseColumns', () => {
  it.each(IMPORT_KINDS)('reads the columns of a CRM export of %s, and its kind', (kind) => {
    const header = Object.keys(CRM[kind]);
    expect(recogniseColumns(kind, header).map((field) => field?.path)).toEqual(Object.values(CRM[kind]));
    expect(recogniseKind(header)).toBe(kind);
  });

  it.each([
    ['email', 'email'],
    ['E-mail', 'email'],
    ['EMAIL ADDRESS', 'email'],
    ['company', 'company.name'],
    ['company.domain', 'company.domain'],
    ['custom.plan', 'custom.plan'],
    ['deal.outcome', 'deal.outcome'],
    ['Source', 'leadSource'],
    ['Vorname', 'firstName'],
    ['Prénom', 'firstName'],
    ['Correo electrónico', 'email'],
    ['Straße', 'street'],
    ['Favourite colour', undefined],
  ])('reads "%s" as %s', (header, path) => expect(recogniseColumns('leads', [header])[0]?.path).toBe(path));

  it('takes "source" for where an external id comes from only beside one', () => {
    expect(recogniseColumns('leads', ['email', 'source'])[1]?.path).toBe('leadSource');
    expect(recogniseColumns('leads', ['externalId', 'source'])[1]?.path).toBe('source');
  });

  it('gives a field to one column: the one with the more usual name', () => {
    const paths = recogniseColumns('leads', ['Mail', 'Email', 'Work Email']).map((field) => field?.path);
    expect(paths).toEqual([undefined, 'email', undefined]);
  });

  it('leaves fields alone that are taken', () => {
    expect(recogniseColumns('leads', ['Email'], new Set(['email']))).toEqual([undefined]);
  });
});

describe('recogniseKind', () => {
  it.each([
    [['email', 'name'], 'leads'],
    [['Name', 'Domain'], 'companies'],
    [['event', 'timestamp', 'email'], 'events'],
    [['Opportunity Name', 'Stage', 'Amount'], 'deals'],
    [['Vorname', 'Nachname', 'Firma'], 'leads'],
    [['Firma', 'Branche', 'Umsatz'], 'companies'],
    [['a', 'b'], null],
  ])('%j holds %s', (header, kind) => expect(recogniseKind(header)).toBe(kind));
});

describe('HEADER_NAMES', () => {
  it.each(IMPORT_KINDS)('names only fields of %s, and no name twice', (kind) => {
    const paths = new Set(FIELDS[kind].map(({ path }) => path));
    const strange = Object.keys(HEADER_NAMES[kind]).filter(
      (path) => !paths.has(path) && !path.startsWith('custom.'),
    );
    const names = Object.values(HEADER_NAMES[kind]).flatMap((list) => list.split(' '));
    expect(strange).toEqual([]);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });
});
