import { newId } from '@/lib/server/new-id';
import { storeEvents } from '@/lib/events/mutations';
import type { NewEvent } from '@/lib/events/types';
import type { EventRecord } from '../types';
import type { BatchContext, BatchResult, GroupOutcome } from './batch';
import { findPlaces, type Place } from './find-places';

/** Writes a batch of events. One that is there already, by its message id, counts as unchanged: events are never edited. */
export async function writeEvents(
  context: BatchContext,
  records: readonly EventRecord[],
): Promise<BatchResult> {
  const places = await findPlaces(context.tx, records);
  const rows = records.map((record, index): NewEvent | GroupOutcome => {
    const place = places[index] ?? { leadId: null, companyId: null };
    return refuse(record, place) ?? toNewEvent(record, place);
  });
  const { tx, importId, now } = context;
  const stored = await storeEvents(tx, rows.filter(isEvent), { receivedAt: now, importId });
  const outcomes = rows.map((row): GroupOutcome => {
    if (!isEvent(row)) return row;
    return stored.inserted.has(row.id) ? 'created' : 'unchanged';
  });
  const ids = rows.map((row) => (isEvent(row) && stored.inserted.has(row.id) ? row.id : null));
  return { outcomes, ids, leadIds: stored.leadIds, companyIds: stored.companyIds };
}

function toNewEvent({ messageId, type, at, properties, source }: EventRecord, place: Place): NewEvent {
  return {
    id: newId(),
    leadId: place.leadId,
    companyId: place.companyId,
    messageId,
    type,
    at,
    properties,
    source,
  };
}

function isEvent(row: NewEvent | GroupOutcome): row is NewEvent {
  return typeof row === 'object' && 'messageId' in row;
}

/** An event whose person is named must find that person; only a company's own signal does with the company. */
function refuse(
  { leadId, email, externalId, companyDomain }: EventRecord,
  place: Place,
): GroupOutcome | null {
  if (place.leadId) return null;
  if (leadId) return { path: 'lead.id', value: leadId, reason: `There is no lead with the id ${leadId}` };
  if (email) return unknownLead('lead.email', email, `e-mail address ${email}`);
  if (externalId) return unknownLead('lead.externalId', externalId, `external id "${externalId}"`);
  if (place.companyId) return null;
  const reason = `There is no company with the domain ${companyDomain}; import companies first`;
  return { path: 'company.domain', value: companyDomain, reason };
}

function unknownLead(path: string, value: string, words: string): GroupOutcome {
  return { path, value, reason: `There is no lead with the ${words}; import leads first` };
}
