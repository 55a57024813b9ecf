import { defineOperation } from '../contract';
import { batchAnswer, pageOf } from '../schemas/answers';
import { event, eventQuery } from '../schemas/events';
import { externalIdPath, lead, leadEmail, leadId, leadInput, leadQuery } from '../schemas/leads';
import { z } from 'zod';
import { EVENT_EXAMPLE, ID, LEAD_EXAMPLE, LEAD_INPUT_EXAMPLE, BATCH_EXAMPLE } from './examples';

const tag = 'Leads';
const MERGED = 'A lead that was merged into another is answered as that one.';

export const LEAD_OPERATIONS = {
  listLeads: defineOperation({
    method: 'GET',
    path: '/leads',
    tag,
    summary: 'List leads',
    description: 'Leads merged into others are left out.',
    scope: 'leads:read',
    query: leadQuery,
    answer: pageOf(lead),
    example: { query: { tier: 'A', limit: '1' }, answer: { items: [LEAD_EXAMPLE], next: 'cmFuay4wLjg4' } },
  }),
  upsertLead: defineOperation({
    method: 'POST',
    path: '/leads',
    tag,
    summary: 'Make or change a lead',
    description:
      'The lead is found by e-mail address, else by external id, else made. What is not named stays as it is.',
    scope: 'leads:write',
    body: leadInput,
    answer: lead,
    statuses: [201, 200],
    example: { body: LEAD_INPUT_EXAMPLE, answer: LEAD_EXAMPLE },
  }),
  upsertLeads: defineOperation({
    method: 'POST',
    path: '/leads/batch',
    tag,
    summary: 'Make or change up to 1,000 leads',
    description:
      'Each item is taken or refused by itself, and the answer says which; all that is taken is written at once.',
    scope: 'leads:write',
    body: leadInput,
    batch: true,
    answer: batchAnswer,
    example: { body: { items: [LEAD_INPUT_EXAMPLE, { name: 'No address' }] }, answer: BATCH_EXAMPLE },
  }),
  findLeadByEmail: defineOperation({
    method: 'GET',
    path: '/leads/by-email/{email}',
    tag,
    summary: 'Find a lead by e-mail address',
    description: MERGED,
    scope: 'leads:read',
    params: leadEmail,
    answer: lead,
    problems: [404],
    example: { params: ['ann@acme.example'], answer: LEAD_EXAMPLE },
  }),
  findLeadByExternalId: defineOperation({
    method: 'GET',
    path: '/leads/by-external-id/{source}/{externalId}',
    tag,
    summary: 'Find a lead by the id that another system gave it',
    description: MERGED,
    scope: 'leads:read',
    params: externalIdPath,
    answer: lead,
    problems: [404],
    example: { params: ['hubspot', '2051'], answer: LEAD_EXAMPLE },
  }),
  getLead: defineOperation({
    method: 'GET',
    path: '/leads/{id}',
    tag,
    summary: 'Get a lead',
    description: MERGED,
    scope: 'leads:read',
    params: leadId,
    answer: lead,
    problems: [404],
    example: { params: [ID], answer: LEAD_EXAMPLE },
  }),
  eraseLead: defineOperation({
    method: 'DELETE',
    path: '/leads/{id}',
    tag,
    summary: 'Erase a lead for good',
    description:
      'The person, what they did and their history are deleted, and those of leads merged into this one. Their deals stay for the reports, without name and words. It cannot be undone.',
    scope: 'leads:erase',
    params: leadId,
    answer: z.null(),
    statuses: [204],
    problems: [404],
    example: { params: [ID] },
  }),
  listEventsOfLead: defineOperation({
    method: 'GET',
    path: '/leads/{id}/events',
    tag: 'Events',
    summary: 'List a lead’s events',
    description: 'The latest first, those that are kept but not counted among them.',
    scope: 'leads:read',
    params: leadId,
    query: eventQuery,
    answer: pageOf(event),
    problems: [404],
    example: { params: [ID], query: { limit: '1' }, answer: { items: [EVENT_EXAMPLE], next: null } },
  }),
};
