import { v7 } from 'uuid';
import { querySql } from '@/lib/server/sql';
import type { Group } from '../held-records';
import type { EventRecord } from '../types';
import type { BatchContext, BatchResult, GroupOutcome } from './batch';
import { findPlaces, type Place } from './find-places';

interface NewEvent extends Place {
  id: string;
  record: EventRecord;
}

/** Writes a batch of events. One that is there already, by its message id, counts as unchanged: events are never edited. */
export async function writeEvents(
  context: BatchContext,
  groups: readonly Group<EventRecord>[],
): Promise<BatchResult> {
  const records = groups.map((group) => group.record);
  const places = await findPlaces(context.tx, records);
  const events = records.map((record, index): NewEvent | GroupOutcome => {
    const place = places[index] ?? { leadId: null, companyId: null };
    return refuse(record, place) ?? { ...place, id: v7(), record };
  });
  const stored = await insertEvents(context, events.filter(isEvent));
  const result: BatchResult = { outcomes: [], leadIds: new Set(), companyIds: new Set() };
  result.outcomes = events.map((event) => {
    if (!isEvent(event)) return event;
    if (!stored.has(event.id)) return 'unchanged';
    if (event.leadId) result.leadIds.add(event.leadId);
    else if (event.companyId) result.companyIds.add(event.companyId);
    return 'created';
  });
  return result;
}

function isEvent(event: NewEvent | GroupOutcome): event is NewEvent {
  return typeof event === 'object' && 'record' in event;
}

/** An event whose person is named must find that person; only a company's own signal does with the company. */
function refuse({ email, externalId, companyDomain }: EventRecord, place: Place): GroupOutcome | null {
  if (place.leadId) return null;
  if (email) return unknownLead('lead.email', email, `e-mail address ${email}`);
  if (externalId) return unknownLead('lead.externalId', externalId, `external id "${externalId}"`);
  if (place.companyId) return null;
  const reason = `There is no company with the domain ${companyDomain}; import companies first`;
  return { path: 'company.domain', value: companyDomain, reason };
}

function unknownLead(path: string, value: string, words: string): GroupOutcome {
  return { path, value, reason: `There is no lead with the ${words}; import leads first` };
}

/** Inserts what is not there yet, and gives back the ids of what was inserted. */
async function insertEvents(
  { tx, importId, now }: BatchContext,
  events: readonly NewEvent[],
): Promise<Set<string>> {
  if (events.length === 0) return new Set();
  const rows = events.map(({ id, leadId, companyId, record }) => {
    const { messageId, type, at, properties, source } = record;
    return { id, leadId, companyId, messageId, type, at, properties, source };
  });
  const inserted = await querySql<{ id: string }>(
    tx,
    `INSERT INTO "Event" ("id", "messageId", "leadId", "companyId", "type", "at", "properties", "source",
       "receivedAt", "importId")
     SELECT r."id", r."messageId", r."leadId", r."companyId", r."type", r."at", r."properties", r."source",
       $2::timestamptz, $3::uuid
     FROM jsonb_to_recordset($1::jsonb) AS r("id" uuid, "messageId" text, "leadId" uuid, "companyId" uuid,
       "type" text, "at" timestamptz, "properties" jsonb, "source" text)
     ON CONFLICT ("messageId") DO NOTHING RETURNING "id"`,
    [JSON.stringify(rows), now, importId],
  );
  return new Set(inserted.map((row) => row.id));
}
