import type { LeadAnswer } from '@/lib/api/schemas/leads';
import type { ExportFormat } from './constants';
import type { Cell } from './write-csv';

/** A lead with its score, as files of scores need it. */
export type ScoredLead = LeadAnswer & { score: NonNullable<LeadAnswer['score']> };

interface Column {
  name: string;
  read: (lead: ScoredLead) => Cell;
}

const SALESFORCE_ID = /^(?:00Q|003)[0-9A-Za-z]{12}(?:[0-9A-Za-z]{3})?$/u;

/** The lead's id in HubSpot, when the lead came from there. */
function hubspotId({ source, externalId }: LeadAnswer): string | null {
  const known = externalId !== null && /hubspot/iu.test(source ?? '') && /^\d+$/u.test(externalId);
  return known ? externalId : null;
}

/** The lead's id in Salesforce: the form of an id of a lead or contact says so itself. */
function salesforceId({ externalId }: LeadAnswer): string | null {
  return externalId !== null && SALESFORCE_ID.test(externalId) ? externalId : null;
}

const when = (at: string | null): Cell => at;
const day = (at: string): Cell => at.slice(0, 10);

/**
 * The columns of a file of scores. HubSpot's and Salesforce's have the names under which their own imports find a record
 * (`Record ID`, `Id`, `Email`) and the fields that are to be made there once.
 */
export const SCORE_COLUMNS: Record<ExportFormat, readonly Column[]> = {
  plain: [
    { name: 'id', read: ({ id }) => id },
    { name: 'email', read: ({ email }) => email },
    { name: 'source', read: ({ source }) => source },
    { name: 'externalId', read: ({ externalId }) => externalId },
    { name: 'fit', read: ({ score }) => score.fit },
    { name: 'intent', read: ({ score }) => score.intent },
    { name: 'score', read: ({ score }) => score.score },
    { name: 'tier', read: ({ score }) => score.tier },
    { name: 'quadrant', read: ({ score }) => score.quadrant },
    { name: 'reason', read: ({ score }) => score.reason?.label ?? null },
    { name: 'reasonAt', read: ({ score }) => when(score.reason?.at ?? null) },
    { name: 'tierSince', read: ({ score }) => when(score.tierSince) },
    { name: 'scoredAt', read: ({ score }) => when(score.scoredAt) },
  ],
  hubspot: [
    { name: 'Record ID', read: hubspotId },
    { name: 'Email', read: ({ email }) => email },
    { name: 'Leadgrid Score', read: ({ score }) => score.score },
    { name: 'Leadgrid Fit', read: ({ score }) => score.fit },
    { name: 'Leadgrid Intent', read: ({ score }) => score.intent },
    { name: 'Leadgrid Tier', read: ({ score }) => score.tier },
    { name: 'Leadgrid Reason', read: ({ score }) => score.reason?.label ?? null },
    { name: 'Leadgrid Scored At', read: ({ score }) => day(score.scoredAt) },
  ],
  salesforce: [
    { name: 'Id', read: salesforceId },
    { name: 'Email', read: ({ email }) => email },
    { name: 'Leadgrid_Score__c', read: ({ score }) => score.score },
    { name: 'Leadgrid_Fit__c', read: ({ score }) => score.fit },
    { name: 'Leadgrid_Intent__c', read: ({ score }) => score.intent },
    { name: 'Leadgrid_Tier__c', read: ({ score }) => score.tier },
    { name: 'Leadgrid_Reason__c', read: ({ score }) => score.reason?.label ?? null },
    { name: 'Leadgrid_Scored_At__c', read: ({ score }) => when(score.scoredAt) },
  ],
};

/** Whether a CRM's import could find the lead's record: by its id there, or by its address. Anyone can in a plain file. */
export function canBeMatched(lead: LeadAnswer, format: ExportFormat): boolean {
  if (format === 'plain') return true;
  return lead.email !== null || (format === 'hubspot' ? hubspotId(lead) : salesforceId(lead)) !== null;
}
