import { v7 } from 'uuid';
import { nameEventType } from '@/lib/events/name-event-type';
import type { AttributePatch, CompanyRecord, DealRecord, EventRecord, LeadRecord } from '@/lib/intake/types';
import { API_SOURCE } from './constants';
import type { CompanyInput } from './schemas/companies';
import type { DealChange, DealInput } from './schemas/deals';
import type { EventInput } from './schemas/events';
import type { LeadInput } from './schemas/leads';

/** Null wins over nothing: what a patch takes away is taken away of a company, too. */
const patchOf = (attributes: AttributePatch | undefined): AttributePatch => attributes ?? {};

/** A lead as it came in, as the intake takes it. The API's ids are one namespace: they may change their address. */
export function toLeadRecord({ company, ...lead }: LeadInput): LeadRecord {
  return {
    email: lead.email ?? null,
    externalId: lead.externalId ?? null,
    source: lead.source ?? API_SOURCE,
    sourceNamed: true,
    name: lead.name ?? null,
    createdAt: lead.createdAt ?? null,
    ownerEmail: lead.owner ?? null,
    attributes: patchOf(lead.attributes),
    company: company
      ? {
          name: company.name ?? null,
          domain: company.domain ?? null,
          fillOnly: false,
          attributes: patchOf(company.attributes),
        }
      : null,
    deal: null,
  };
}

/** A company as it came in, as the intake takes it. */
export function toCompanyRecord(company: CompanyInput): CompanyRecord {
  return {
    name: company.name ?? null,
    domain: company.domain ?? null,
    externalId: company.externalId ?? null,
    source: company.source ?? API_SOURCE,
    sourceNamed: true,
    createdAt: company.createdAt ?? null,
    attributes: patchOf(company.attributes),
  };
}

type LeadRef = EventInput['lead'];

function toPlace(lead: LeadRef) {
  return {
    leadId: lead?.id ?? null,
    email: lead?.email ?? null,
    externalId: lead?.externalId ?? null,
  };
}

/** An event as it came in, as the intake takes it. */
export function toEventRecord(event: EventInput, now: Date): EventRecord {
  return {
    ...toPlace(event.lead),
    messageId: event.messageId ?? v7(),
    type: nameEventType(event.type),
    at: event.at ?? now.toISOString(),
    source: event.lead?.source ?? API_SOURCE,
    companyDomain: event.company?.domain ?? null,
    properties: event.properties ?? {},
  };
}

function toDealValues(deal: DealInput | DealChange) {
  const { leadId, email, externalId } = toPlace(deal.lead);
  return {
    leadId,
    email,
    leadExternalId: externalId,
    name: deal.name ?? null,
    stage: deal.stage ?? null,
    outcome: deal.outcome ?? null,
    amount: deal.amount ?? null,
    currency: deal.currency ?? null,
    closedAt: deal.closedAt ?? null,
    lostReason: deal.lostReason ?? null,
    ownerEmail: deal.owner ?? null,
    companyDomain: deal.company?.domain ?? null,
  };
}

/** A deal as it came in, as the intake takes it. */
export function toDealRecord(deal: DealInput): DealRecord {
  const { externalId, createdAt } = deal;
  return {
    ...toDealValues(deal),
    externalId,
    source: deal.source ?? API_SOURCE,
    leadSource: deal.lead?.source ?? deal.source ?? API_SOURCE,
    createdAt: createdAt ?? null,
  };
}

/** A change of a stored deal, as the intake takes it. */
export function toDealChange(id: string, change: DealChange): DealRecord {
  return {
    ...toDealValues(change),
    id,
    externalId: '',
    source: '',
    leadSource: change.lead?.source ?? API_SOURCE,
    createdAt: null,
  };
}
