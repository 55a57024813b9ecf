import { describe, expect, it } from 'vitest';
import { describeCompany, joinFactRows, listFacts, readReach } from './list-facts';
import type { FactRow, LeadDetail } from './types';

const lead: LeadDetail = {
  id: 'jana',
  name: 'Jana Petrov',
  email: 'jana@northwind.example',
  source: null,
  externalId: null,
  state: 'new',
  attributes: {
    title: 'VP Revenue Operations',
    phone: '+49 89 5550-142',
    custom: { plan: 'Trial' },
    city: '',
  },
  company: {
    id: 'nw',
    name: 'Northwind Robotics',
    domain: 'northwind.example',
    attributes: {
      employees: 1420,
      industry: 'Industrial software',
      city: 'Munich',
      technologies: ['SAP', 'Jira'],
    },
  },
  owner: null,
  lock: null,
  snoozedUntil: null,
  firstEngagedAt: null,
  respondBy: null,
  createdAt: 0,
  mergedIntoId: null,
  stored: null,
};

const rowOf = (entity: FactRow['entity'], key: string, label: string): FactRow => ({
  entity,
  key,
  label,
  type: 'text',
  source: null,
  at: null,
});

describe('listFacts', () => {
  it('tells what is known, and leaves out what is not', () => {
    const at = new Date(5);
    const facts = listFacts(lead, [
      { ...rowOf('lead', 'title', 'Job title'), source: 'enrichment', at },
      rowOf('lead', 'city', 'City'),
      rowOf('lead', 'phone', 'Phone'),
      rowOf('lead', 'custom.plan', 'Plan'),
      rowOf('company', 'employees', 'Employees'),
      rowOf('company', 'technologies', 'Technologies'),
    ]);
    expect(facts.person).toEqual([
      {
        label: 'E-mail',
        value: 'jana@northwind.example',
        href: 'mailto:jana@northwind.example',
        source: null,
        at: null,
      },
      { label: 'Job title', value: 'VP Revenue Operations', href: null, source: 'enrichment', at: 5 },
      { label: 'Phone', value: '+49 89 5550-142', href: 'tel:+49895550142', source: null, at: null },
      { label: 'Plan', value: 'Trial', href: null, source: null, at: null },
    ]);
    expect(facts.company.map(({ label, value }) => [label, value])).toEqual([
      ['Domain', 'northwind.example'],
      ['Employees', '1,420'],
      ['Technologies', 'SAP, Jira'],
    ]);
  });

  it('makes no link of a website that is none', () => {
    const odd = { ...lead, attributes: { website: 'javascript:alert(1)' } };
    const facts = listFacts(odd, [rowOf('lead', 'website', 'Website')]);
    expect(facts.person.at(-1)?.href).toBeNull();
  });
});

describe('readReach', () => {
  it('leads to the program that writes or calls', () => {
    expect(readReach(lead)).toEqual([
      { deed: 'email', value: 'jana@northwind.example', href: 'mailto:jana@northwind.example' },
      { deed: 'call', value: '+49 89 5550-142', href: 'tel:+49895550142' },
    ]);
  });

  it('is empty for a lead without an address and a number', () => {
    expect(readReach({ email: null, attributes: { phone: '' } })).toEqual([]);
  });
});

describe('joinFactRows', () => {
  it('puts the standard attributes first, and knows which values changed', () => {
    const at = new Date(5);
    const rows = joinFactRows(
      [
        { entity: 'lead', key: 'custom.plan', label: 'Plan', type: 'text' },
        { entity: 'lead', key: 'title', label: 'Titel', type: 'text' },
      ],
      [{ entity: 'lead', key: 'title', source: 'enrichment', at }],
    );
    expect(rows.filter(({ key }) => key === 'title')).toEqual([
      { entity: 'lead', key: 'title', label: 'Job title', type: 'text', source: 'enrichment', at },
    ]);
    expect(rows.at(-1)).toMatchObject({ key: 'custom.plan', source: null, at: null });
  });
});

describe('describeCompany', () => {
  it('says size, industry and place', () => {
    expect(describeCompany(lead)).toBe('1,420 people · Industrial software · Munich');
  });

  it('says nothing of a lead without a company', () => {
    expect(describeCompany({ ...lead, company: null, attributes: {} })).toBe('');
  });
});
