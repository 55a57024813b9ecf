import { requirePage } from '@/lib/auth/guards';
import { isAllowed } from '@/lib/auth/permissions';
import { listEventTypes } from '@/lib/settings/data';
import { REJECTED_PER_PAGE } from './constants';
import { listRejectedEvents, listSampleProperties, listSources, listUnknownEventNames } from './data';
import { rejectedAddressSchema } from './rejected-address';

/** The sources screen: what is connected, and whether the reader may change it. */
export async function loadSources() {
  const actor = await requirePage('settings:read', '/settings/sources');
  return { sources: await listSources(new Date()), mayManage: isAllowed(actor.role, 'sources:manage') };
}

/** The events screen: the types with the names mapped to them, and the names that fit none, each with a sample. */
export async function loadEvents() {
  const actor = await requirePage('settings:read', '/settings/events');
  const [types, unknown] = await Promise.all([listEventTypes(), listUnknownEventNames()]);
  const samples = await listSampleProperties(unknown.map(({ type }) => type));
  const unknownTypes = new Set(unknown.map(({ type }) => type));
  return {
    types: types.filter(({ key }) => !unknownTypes.has(key)),
    unknown: unknown.map((name) => ({ ...name, sample: samples.get(name.type) ?? null })),
    mayMap: isAllowed(actor.role, 'rubric:write'),
  };
}

export type EventsView = Awaited<ReturnType<typeof loadEvents>>;

/** One page of the events that were taken but not understood; the payload of the one that is open alone. */
export async function loadRejected(searchParams: unknown) {
  await requirePage('settings:read', '/settings/rejected');
  const address = rejectedAddressSchema.parse(searchParams);
  const { source, before, after } = address;
  const [found, sources] = await Promise.all([
    listRejectedEvents({ sourceId: source, before, after, limit: REJECTED_PER_PAGE + 1 }),
    listSources(new Date()),
  ]);
  const more = found.length > REJECTED_PER_PAGE;
  const rows = after && more ? found.slice(1) : found.slice(0, REJECTED_PER_PAGE);
  const [first, last] = [rows.at(0), rows.at(-1)];
  const open = rows.find(({ id }) => id === address.open);
  return {
    address,
    sources: sources.map(({ id, name }) => ({ id, name })),
    rows: rows.map(({ id, receivedAt, sourceName, messageType, eventName, reason, path }) => {
      return { id, receivedAt, sourceName, messageType, eventName, reason, path };
    }),
    open: open && { ...open, payload: JSON.stringify(open.payload, null, 2) },
    newer:
      first && (after ? more : before !== undefined)
        ? { receivedAt: first.receivedAt, id: first.id }
        : undefined,
    older: last && (after ? true : more) ? { receivedAt: last.receivedAt, id: last.id } : undefined,
  };
}

export type RejectedView = Awaited<ReturnType<typeof loadRejected>>;
