import { describe, expect, it } from 'vitest';
import { LEAD_EXAMPLE } from '@/lib/api/operations/examples';
import { lead as leadSchema } from '@/lib/api/schemas/leads';
import type { ExportFormat } from './constants';
import { canBeMatched, SCORE_COLUMNS, type ScoredLead } from './score-columns';

const { score, ...rest } = leadSchema.parse(LEAD_EXAMPLE);
if (!score) throw new Error('The example has a score.');
const LEAD: ScoredLead = { ...rest, score };

const row = (format: ExportFormat, lead: ScoredLead) =>
  Object.fromEntries(SCORE_COLUMNS[format].map(({ name, read }) => [name, read(lead)]));

describe('files of scores', () => {
  it('name a HubSpot record by its id, when the lead came from there', () => {
    expect(row('hubspot', LEAD)).toEqual({
      'Record ID': '2051',
      Email: 'ann@acme.example',
      'Leadgrid Score': 72,
      'Leadgrid Fit': 82,
      'Leadgrid Intent': 61,
      'Leadgrid Tier': 'A',
      'Leadgrid Reason': 'Requested a demo',
      'Leadgrid Scored At': '2026-03-31',
    });
    expect(row('hubspot', { ...LEAD, source: 'pipedrive' })['Record ID']).toBeNull();
  });

  it('name a Salesforce record by an id that is one', () => {
    expect(row('salesforce', { ...LEAD, externalId: '00Q5g00000AbCdEFGH' })).toMatchObject({
      Id: '00Q5g00000AbCdEFGH',
      Leadgrid_Score__c: 72,
      Leadgrid_Scored_At__c: '2026-03-31T09:00:01.204Z',
    });
    expect(row('salesforce', LEAD).Id).toBeNull();
  });

  it('leave out of a CRM’s file who could not be found there', () => {
    const nameless = { ...LEAD, email: null };
    expect(canBeMatched(nameless, 'plain')).toBe(true);
    expect(canBeMatched(nameless, 'hubspot')).toBe(true);
    expect(canBeMatched(nameless, 'salesforce')).toBe(false);
  });
});
