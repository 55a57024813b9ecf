import { describe, expect, it } from 'vitest';
import { compareLeads } from './compare-leads';
import type { FactRow, LeadDetail } from './types';

function lead(part: Partial<LeadDetail>): LeadDetail {
  return {
    id: 'x',
    name: 'Anna',
    email: null,
    source: null,
    externalId: null,
    state: 'new',
    attributes: {},
    company: null,
    owner: null,
    lock: null,
    snoozedUntil: null,
    firstEngagedAt: null,
    respondBy: null,
    createdAt: 0,
    mergedIntoId: null,
    stored: null,
    ...part,
  };
}

const TITLE: FactRow = {
  entity: 'lead',
  key: 'title',
  label: 'Job title',
  type: 'text',
  source: null,
  at: null,
};

describe('compareLeads', () => {
  it('offers a choice where both know different things, and fills what one does not know', () => {
    const rows = compareLeads(
      lead({ attributes: { title: 'CEO', custom: { plan: 'pro' } } }),
      lead({ name: 'Anna K.', email: 'a@x.example', attributes: { title: 'CFO', custom: { plan: 'pro' } } }),
      [TITLE],
    );
    expect(rows.map(({ path, differs, chosen }) => [path, differs, chosen])).toEqual([
      ['name', true, 'survivor'],
      ['email', false, 'merged'],
      ['state', false, 'survivor'],
      ['attributes.title', true, 'survivor'],
      ['attributes.custom.plan', false, 'survivor'],
    ]);
  });

  it('tells two companies of one name apart, and keeps the state that is further', () => {
    const company = { name: 'Acme', domain: null, attributes: {} };
    const rows = compareLeads(
      lead({ company: { ...company, id: '1' } }),
      lead({ company: { ...company, id: '2' }, state: 'won' }),
      [],
    );
    expect(rows.find(({ path }) => path === 'companyId')).toMatchObject({ differs: true });
    expect(rows.find(({ path }) => path === 'state')).toMatchObject({ differs: true, chosen: 'merged' });
  });
});
