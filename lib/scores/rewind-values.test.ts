import { describe, expect, it } from 'vitest';
import type { LeadInput } from '@/lib/scoring/types';
import { rewindLead } from './rewind-values';

const LEAD: LeadInput = {
  id: 'lead',
  email: 'now@buyer.example',
  createdAt: 0,
  attributes: { title: 'Head', custom: { plan: 'pro', seats: 9 } },
  company: { id: 'company', name: 'New name', employees: 500, custom: { region: 'north' } },
};

const LEAD_CHANGES = [
  { key: 'title', before: null, at: 100 },
  { key: 'title', before: 'Clerk', at: 200 },
  { key: 'custom.plan', before: 'free', at: 200 },
  { key: 'email', before: 'then@buyer.example', at: 300 },
];
const COMPANY_CHANGES = [
  { key: 'employees', before: 20, at: 150 },
  { key: 'custom.region', before: 'south', at: 250 },
];

const rewindTo = (asOf: number) => rewindLead(LEAD, LEAD_CHANGES, COMPANY_CHANGES, asOf);

describe('rewindLead', () => {
  it('undoes every later change, each key back to what it was before the first of them', () => {
    expect(rewindTo(50)).toEqual({
      ...LEAD,
      email: 'then@buyer.example',
      attributes: { title: null, custom: { plan: 'free', seats: 9 } },
      company: { id: 'company', name: 'New name', employees: 20, custom: { region: 'south' } },
    });
  });

  it('takes a change exactly at the instant as done', () => {
    expect(rewindTo(200).attributes).toEqual({ title: 'Head', custom: { plan: 'pro', seats: 9 } });
    expect(rewindTo(199).attributes).toEqual({ title: 'Clerk', custom: { plan: 'free', seats: 9 } });
    expect(rewindTo(250).company).toEqual(LEAD.company);
  });

  it('leaves the lead it was given as it is', () => {
    const before = structuredClone(LEAD);
    rewindTo(0);
    expect(LEAD).toEqual(before);
  });

  it('makes the fields that a path needs', () => {
    const bare = { ...LEAD, attributes: {}, company: null };
    const rewound = rewindLead(bare, [{ key: 'custom.plan', before: 'free', at: 5 }], [], 1);
    expect(rewound.attributes).toEqual({ custom: { plan: 'free' } });
    expect(rewound.company).toBeNull();
  });
});
