import { v5 as uuidv5 } from 'uuid';
import { listDraftChanges } from '@/lib/rubrics/list-changes';
import { joinSwitchedOff } from '@/lib/rubrics/rubric-draft';
import type { EventType } from '@/lib/outbox/constants';
import { EVENT_TYPES, NEW_A } from '@/lib/outbox/constants';
import { buildLeadFacts } from './build-message';
import type { EventBatch, ReadEvent } from './data/batch';
import type { FilteredLead } from './read-filters';
import type { LeadFactsOfMessage, Message, NamedPerson } from './types';

/** One thing to tell, of one event; an event of the outbox may hold several. */
export interface Told {
  /** The same for every endpoint and every try. */
  messageId: string;
  type: EventType | typeof NEW_A;
  at: Date;
  leadId: string | null;
  /** The lead as filters see it; null when it is about none. */
  filtered: FilteredLead | null;
  /** Came with many others at once. */
  bulk: boolean;
  facts: LeadFactsOfMessage | null;
  message: Message | null;
}

function isEventType(type: string): type is EventType {
  return EVENT_TYPES.some((known) => known === type);
}

function toPerson(person: NamedPerson | undefined): { name: string; email: string } | null {
  return person ? { name: person.name, email: person.email } : null;
}

function tellDeal({ data }: ReadEvent, { deals }: EventBatch): object {
  const deal = data.dealId === undefined ? undefined : deals.get(data.dealId);
  if (!deal) return {};
  const { id, name, source, externalId, stage, amount, currency, lostReason, createdAt, closedAt } = deal;
  const row = { id, name, source, externalId, stage, amount, currency, lostReason, createdAt, closedAt };
  const { engagedAt, fit, intent, score, tier, quadrant } = deal;
  const atFirstEngagement = tier === null ? null : { at: engagedAt, score, fit, intent, tier, quadrant };
  return { deal: { ...row, outcome: data.outcome, atFirstEngagement } };
}

function tellRubric(
  { data }: ReadEvent,
  { versions, documents, people }: EventBatch,
  baseUrl: string,
): object {
  const version = versions.get(data.versionId ?? '');
  const document = version && documents.get(version.id);
  if (!version || !document) return {};
  const before = version.baseId === null ? undefined : documents.get(version.baseId);
  const draft = joinSwitchedOff(document, version.switchedOff);
  const changes = before ? listDraftChanges(joinSwitchedOff(before, version.baseSwitchedOff), draft) : [];
  return {
    rubric: {
      id: version.id,
      url: new URL(`/rubric/versions/${version.id}`, baseUrl).href,
      name: document.name,
      number: version.number,
      note: data.note ?? null,
      publishedBy: toPerson(people.get(data.userId ?? '')),
      changes: changes.map(({ part, what, kind, before: from = null, after: to = null }) => {
        return { part, what, kind, before: from, after: to };
      }),
    },
  };
}

/** What a kind of event says besides who the lead is. */
function tellMore(type: EventType, event: ReadEvent, batch: EventBatch, baseUrl: string): object {
  const { data } = event;
  const person = toPerson(batch.people.get(data.userId ?? ''));
  const { note = null, reason = null } = data;
  switch (type) {
    case 'lead.tier_changed':
    case 'lead.became_mql':
      return {};
    case 'lead.assigned':
      return { assignment: { to: person, reason } };
    case 'lead.became_sql':
      return { qualification: { by: person, note } };
    case 'lead.disqualified':
      return { disqualification: { by: person, reason, note } };
    case 'lead.reopened':
      return { reopening: { by: person } };
    case 'deal.closed':
      return tellDeal(event, batch);
    case 'rubric.published':
      return tellRubric(event, batch, baseUrl);
  }
}

/** An event's id, made another one for the second message that it may be; each is the same whenever it is reckoned. */
function idOf(eventId: string, type: EventType): string {
  return type === 'lead.became_mql' ? uuidv5(type, eventId) : eventId;
}

/** Whether an event turns out to be of a type that it might have been. */
function holds(type: string, { scoreChangeId, data }: ReadEvent, batch: EventBatch): boolean {
  if (type === 'lead.became_mql') return batch.firstRouted.has(scoreChangeId ?? '');
  if (type === 'lead.became_sql') return batch.firstQualified.has(data.activityId ?? '');
  return true;
}

/**
 * Says what there is to tell of a set of events, in their order. A lead that was erased or merged meanwhile is not told
 * of; nor is an MQL or SQL that was one before.
 */
export function tellEvents(batch: EventBatch, baseUrl: string): Told[] {
  return batch.events.flatMap((event): Told[] => {
    const { id: eventId, at, leadId, scoreChangeId } = event;
    const lead = leadId === null ? null : batch.leads.get(leadId);
    if (lead === undefined) return [];
    const score = batch.scores.get(eventId);
    const words = score && batch.wordsOf(score.rubricVersionId);
    const facts = lead && buildLeadFacts(lead, score && words ? { of: score, words } : null, baseUrl);
    const filtered = lead && {
      tier: score?.tier ?? null,
      quadrant: score?.quadrant ?? null,
      input: lead.input,
    };
    const bulk = batch.bulk.has(scoreChangeId ?? '');
    const common = { messageId: eventId, at, leadId, filtered, bulk, facts };
    return event.types.flatMap((type): Told[] => {
      if (!holds(type, event, batch)) return [];
      if (type === NEW_A) return facts ? [{ ...common, type: NEW_A, message: null }] : [];
      if (!isEventType(type)) return [];
      const company = batch.deals.get(event.data.dealId ?? '')?.company ?? null;
      const who = facts ?? (type === 'deal.closed' ? { lead: null, company, score: null } : {});
      const data = { ...who, ...tellMore(type, event, batch, baseUrl) };
      return [
        {
          ...common,
          messageId: idOf(eventId, type),
          type,
          message: { type, timestamp: at.toISOString(), data },
        },
      ];
    });
  });
}
