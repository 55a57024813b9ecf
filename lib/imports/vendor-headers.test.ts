import { describe, expect, it } from 'vitest';
import { planColumns } from './plan-columns';
import { recogniseKind } from './recognise-columns';
import { recogniseVendor } from './recognise-vendor';
import { mappingSchema } from './schema';
import type { ImportKind } from './types';

/** Headers as the vendors' exports have them, with the fields that their main columns fill. */
const EXPORTS: readonly { name: string; kind: ImportKind; header: string; fields: Record<string, string> }[] =
  [
    {
      name: 'HubSpot contacts',
      kind: 'leads',
      header:
        'Record ID,First Name,Last Name,Email,Phone Number,Contact owner,Associated Company,Lead Status,Marketing contact status,Create Date,Job Title,Lifecycle Stage,Original Source,Country/Region',
      fields: {
        'Record ID': 'externalId',
        Email: 'email',
        'Contact owner': 'owner',
        'Associated Company': 'company.name',
        'Lead Status': 'status',
        'Create Date': 'createdAt',
        'Job Title': 'title',
        'Original Source': 'leadSource',
        'Country/Region': 'country',
      },
    },
    {
      name: 'HubSpot companies',
      kind: 'companies',
      header:
        'Record ID,Company name,Company owner,Create Date,Phone Number,City,Country/Region,Industry,Company Domain Name,Number of Employees,Annual Revenue',
      fields: {
        'Record ID': 'externalId',
        'Company name': 'name',
        'Company Domain Name': 'domain',
        'Number of Employees': 'employees',
        'Annual Revenue': 'revenue',
      },
    },
    {
      name: 'HubSpot deals',
      kind: 'deals',
      header:
        'Record ID,Deal Name,Deal Stage,Close Date,Deal owner,Amount,Currency,Create Date,Closed Lost Reason,Associated Contact IDs',
      fields: {
        'Record ID': 'externalId',
        'Deal Stage': 'stage',
        'Close Date': 'closedAt',
        'Closed Lost Reason': 'lostReason',
        'Associated Contact IDs': 'lead.externalId',
      },
    },
    {
      name: 'HubSpot contacts with the newer names',
      kind: 'leads',
      header:
        'Record ID - Contact,First Name,Last Name,Email,Contact owner,Create Date,Original Traffic Source,Lifecycle Stage',
      fields: {
        'Record ID - Contact': 'externalId',
        'Original Traffic Source': 'leadSource',
        'Create Date': 'createdAt',
      },
    },
    {
      name: 'Pipedrive deals by the names of its fields',
      kind: 'deals',
      header:
        'Deal - ID,Deal - Title,Deal - Stage,Deal - Status,Deal - Owner,Deal - Value,Deal - Currency,Deal - Won time,Deal - Add time,Deal - Lost reason',
      fields: {
        'Deal - ID': 'externalId',
        'Deal - Title': 'name',
        'Deal - Status': 'outcome',
        'Deal - Value': 'amount',
        'Deal - Won time': 'closedAt',
        'Deal - Add time': 'createdAt',
        'Deal - Lost reason': 'lostReason',
      },
    },
    {
      name: 'Salesforce leads',
      kind: 'leads',
      header:
        'Lead ID,First Name,Last Name,Title,Company / Account,Email,Lead Owner,Lead Status,Lead Source,Created Date,Street,City,State/Province,Zip/Postal Code,Country,No. of Employees,Annual Revenue,Industry',
      fields: {
        'Lead ID': 'externalId',
        Title: 'title',
        'Company / Account': 'company.name',
        'Created Date': 'createdAt',
        'State/Province': 'region',
        'No. of Employees': 'company.employees',
        Industry: 'company.industry',
      },
    },
    {
      name: 'Salesforce accounts',
      kind: 'companies',
      header:
        'Account ID,Account Name,Type,Billing Street,Billing City,Billing State/Province,Billing Zip/Postal Code,Billing Country,Employees,Annual Revenue,Industry,Website,Account Owner,Created Date',
      fields: {
        'Account ID': 'externalId',
        'Account Name': 'name',
        'Billing City': 'city',
        'Billing Zip/Postal Code': 'postalCode',
        Employees: 'employees',
        Website: 'website',
      },
    },
    {
      name: 'Salesforce opportunities',
      kind: 'deals',
      header:
        'Opportunity ID,Opportunity Name,Account Name,Stage,Amount,Amount Currency,Close Date,Created Date,Opportunity Owner,Loss Reason,Primary Contact Email',
      fields: {
        'Opportunity ID': 'externalId',
        'Opportunity Name': 'name',
        'Amount Currency': 'currency',
        'Opportunity Owner': 'owner',
        'Loss Reason': 'lostReason',
        'Primary Contact Email': 'lead.email',
      },
    },
    {
      name: 'Pipedrive people',
      kind: 'leads',
      header:
        'Person - ID,Person - Name,Person - First name,Person - Last name,Person - Organization,Person - Email - Work,Person - Email - Home,Person - Phone - Work,Person - Job title,Person - Owner,Person - Person created',
      fields: {
        'Person - ID': 'externalId',
        'Person - Name': 'name',
        'Person - Organization': 'company.name',
        'Person - Email - Work': 'email',
        'Person - Phone - Work': 'phone',
        'Person - Job title': 'title',
        'Person - Person created': 'createdAt',
      },
    },
    {
      name: 'Pipedrive organizations',
      kind: 'companies',
      header:
        'Organization - ID,Organization - Name,Organization - Address,Organization - Website,Organization - Industry,Organization - Number of employees,Organization - Annual revenue,Organization - Organization created,Organization - Owner',
      fields: {
        'Organization - ID': 'externalId',
        'Organization - Name': 'name',
        'Organization - Website': 'website',
        'Organization - Number of employees': 'employees',
      },
    },
    {
      name: 'Pipedrive deals',
      kind: 'deals',
      header:
        'Deal - ID,Deal - Title,Deal - Value,Deal - Currency of Value,Deal - Organization,Deal - Contact person,Person - Email - Work,Deal - Stage,Deal - Status,Deal - Deal created,Deal - Deal closed on,Deal - Lost reason,Deal - Owner',
      fields: {
        'Deal - ID': 'externalId',
        'Deal - Title': 'name',
        'Deal - Value': 'amount',
        'Deal - Currency of Value': 'currency',
        'Person - Email - Work': 'lead.email',
        'Deal - Status': 'outcome',
        'Deal - Deal created': 'createdAt',
        'Deal - Deal closed on': 'closedAt',
        'Deal - Lost reason': 'lostReason',
      },
    },
    {
      name: 'Marketo leads',
      kind: 'leads',
      header:
        'id,firstName,lastName,email,company,title,createdAt,leadSource,leadStatus,numberOfEmployees,industry,country',
      fields: {
        id: 'externalId',
        firstName: 'firstName',
        email: 'email',
        company: 'company.name',
        leadStatus: 'status',
        numberOfEmployees: 'company.employees',
      },
    },
    {
      name: 'Marketo activities',
      kind: 'events',
      header:
        'marketoGUID,leadId,activityDate,activityTypeId,campaignId,primaryAttributeValueId,primaryAttributeValue,attributes',
      fields: {
        marketoGUID: 'messageId',
        leadId: 'lead.externalId',
        activityDate: 'at',
        activityTypeId: 'type',
        primaryAttributeValue: 'properties.primaryAttributeValue',
      },
    },
  ];

describe.each(EXPORTS)('an export of $name', ({ name, kind, header, fields }) => {
  const columns = header.split(',');

  it(`is recognised as ${kind}`, () => expect(recogniseKind(columns)).toBe(kind));

  it('tells the vendor', () => expect(recogniseVendor(columns)).toBe(name.split(' ')[0]?.toLowerCase()));

  it('fills our fields', () => {
    const plan = planColumns(columns, mappingSchema.parse({ kind }));
    const found = new Map(plan.columns.map((column) => [column.header, column.field?.path]));
    for (const [column, path] of Object.entries(fields))
      expect([column, found.get(column)]).toEqual([column, path]);
  });
});

it('takes no plain table for a vendor’s', () => {
  expect(recogniseVendor(['Email', 'First Name', 'Last Name', 'Company', 'Lead Source'])).toBeNull();
  expect(recogniseVendor(['id', 'name', 'domain', 'industry'])).toBeNull();
});

it('reads the numbers of Marketo’s activity types, unless a mapping says what they are', () => {
  const header = ['leadId', 'activityDate', 'activityTypeId'];
  const plan = planColumns(header, mappingSchema.parse({ kind: 'events' }));
  expect(plan.values.get('type')?.get('10')).toBe('Open Email');
  const own = { kind: 'events', values: { type: { '10': 'Something' } } };
  expect(planColumns(header, mappingSchema.parse(own)).values.get('type')?.get('10')).toBe('Something');
});
