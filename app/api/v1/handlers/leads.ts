import { listEventAnswers } from '@/lib/api/data/events';
import { loadLeadAnswers } from '@/lib/api/data/leads';
import { OPERATIONS } from '@/lib/api/operations';
import { sealCursor } from '@/lib/api/page-cursor';
import type { LeadAnswer, LeadQuery } from '@/lib/api/schemas/leads';
import { toLeadRecord } from '@/lib/api/to-records';
import { formatEventKey, readEventKey } from '@/lib/events/schema';
import { writeLeads } from '@/lib/intake/mutations/write-leads';
import type { LeadRecord } from '@/lib/intake/types';
import { readCursor } from '@/lib/leads/cursor';
import { listLeadPage } from '@/lib/leads/data';
import { toConditions } from '@/lib/leads/lead-filter';
import { eraseLead } from '@/lib/leads/mutations/erase-lead';
import { mergeLeads } from '@/lib/leads/mutations/merge-leads';
import { undoMerge } from '@/lib/leads/mutations/undo-merge';
import { getPool } from '@/lib/server/db';
import type { SqlClient } from '@/lib/server/sql';
import { toBatchAnswer } from '../batch-answer';
import { bind, bindBatch, type Answer } from '../bind';
import { requireLeadId, type LeadName } from '../find-lead';
import { cutPage, openPlace } from '../pages';
import { writeOne, writeRecords, type NamedAttributes } from '../write-records';

function attributesOf({ attributes, company }: LeadRecord): NamedAttributes[] {
  return [
    { entity: 'lead', path: 'attributes', patch: attributes },
    { entity: 'company', path: 'company.attributes', patch: company?.attributes ?? {} },
  ];
}

const WRITING = { cause: 'attribute', attributesOf, write: writeLeads } as const;

/** The one lead of an id that is known to be there. */
async function loadOne(client: SqlClient, id: string | null): Promise<LeadAnswer> {
  const [lead] = await loadLeadAnswers(client, id === null ? [] : [id]);
  if (!lead) throw new Error(`The lead ${id ?? ''} that was written is not there.`);
  return lead;
}

async function answerLead(lead: LeadName): Promise<Answer<LeadAnswer>> {
  return { status: 200, body: await loadOne(getPool(), await requireLeadId(lead)) };
}

function toRange(low: number | undefined, high: number | undefined) {
  return low === undefined && high === undefined ? undefined : { low: low ?? 0, high: high ?? 100 };
}

function toFilter(query: LeadQuery) {
  const { q, tier, quadrant, state, companyId, owner, source, country } = query;
  return {
    q,
    tiers: tier,
    quadrants: quadrant,
    states: state,
    companyId,
    owner,
    sources: source,
    countries: country,
    fit: toRange(query.minFit, query.maxFit),
    intent: toRange(query.minIntent, query.maxIntent),
  };
}

export const LEAD_ROUTES = {
  listLeads: bind(OPERATIONS.listLeads, async ({ query }) => {
    const list = `leads.${query.order}`;
    const page = await listLeadPage({
      conditions: toConditions(toFilter(query)),
      order: query.order,
      after: openPlace(list, query.cursor, readCursor),
      size: query.limit,
    });
    const items = await loadLeadAnswers(
      getPool(),
      page.rows.map(({ id }) => id),
    );
    return { status: 200, body: { items, next: page.next && sealCursor(list, page.next) } };
  }),

  upsertLead: bind(OPERATIONS.upsertLead, ({ body, commit }) =>
    commit(async (context) => {
      const { id, status } = await writeOne(context, { ...WRITING, records: [toLeadRecord(body)] });
      const lead = await loadOne(context.tx, id);
      return { status, body: lead, location: `/leads/${lead.id}` };
    }),
  ),

  upsertLeads: bindBatch(OPERATIONS.upsertLeads, (items, { commit }) =>
    commit(async (context) => {
      const records = items.flatMap((item) => (item.ok ? [toLeadRecord(item.value)] : []));
      const done = await writeRecords(context, { ...WRITING, records });
      return { status: 200, body: toBatchAnswer(items, done) };
    }),
  ),

  findLeadByEmail: bind(OPERATIONS.findLeadByEmail, ({ params }) => answerLead(params)),

  findLeadByExternalId: bind(OPERATIONS.findLeadByExternalId, ({ params }) => answerLead(params)),

  getLead: bind(OPERATIONS.getLead, ({ params }) => answerLead({ leadId: params.id })),

  mergeLeads: bind(OPERATIONS.mergeLeads, async ({ key, params, body, now }) => {
    const { mergedId, take } = body;
    const { mergeId } = await mergeLeads(key, { survivorId: params.id, mergedId, take: take ?? [] }, now);
    return {
      status: 201,
      body: { mergeId, lead: await loadOne(getPool(), params.id) },
      location: `/leads/${params.id}`,
    };
  }),

  undoMerge: bind(OPERATIONS.undoMerge, async ({ key, params, now }) => {
    await undoMerge(key, params.mergeId, now);
    return { status: 204, body: null };
  }),

  eraseLead: bind(OPERATIONS.eraseLead, async ({ key, params }) => {
    await eraseLead(key, await requireLeadId({ leadId: params.id }));
    return { status: 204, body: null };
  }),

  listEventsOfLead: bind(OPERATIONS.listEventsOfLead, async ({ params, query }) => {
    const leadId = await requireLeadId({ leadId: params.id });
    const after = openPlace('events', query.cursor, readEventKey);
    const rows = await listEventAnswers(getPool(), leadId, {
      type: query.type,
      after,
      size: query.limit + 1,
    });
    const placeOf = ({ at, id }: { at: string; id: string }) => formatEventKey({ at: new Date(at), id });
    return { status: 200, body: cutPage('events', rows, query.limit, placeOf) };
  }),
};
