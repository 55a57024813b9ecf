import { newId } from '@/lib/server/new-id';
import { storeEvents } from '@/lib/events/mutations';
import type { NewEvent } from '@/lib/events/types';
import type { BatchContext } from '@/lib/intake/mutations/batch';
import { commitIntake } from '@/lib/intake/mutations/commit-intake';
import { enqueueRescore } from '@/lib/scores/mutations/enqueue-rescore';
import { querySql } from '@/lib/server/sql';
import { LAST_EVENT_EVERY_MS } from '../constants';
import type { Delivery, Message } from '../types';
import { findPeople, type People } from './find-people';
import { demandAlone, holdVisitors, MustHoldAlone } from './hold-visitors';
import { nameTypes } from './name-types';
import { saveLinks } from './save-links';
import { writeGroups } from './write-groups';
import { writePeople } from './write-people';
import { trimRejected, writeRejected } from './write-rejected';

/** The type of what somebody unknown says of themselves: kept until they are known. */
const DETAILS_GIVEN = 'details_given';

/**
 * Writes what requests brought, all of it in one transaction: people and companies, the links of ids to leads with the
 * history that they bring, events, what was not understood, and the note whose scores are touched.
 */
export async function writeMessages(delivery: Delivery, now: Date): Promise<void> {
  let alone: ReadonlySet<number> = new Set();
  const place = { origin: 'tracking', importId: null, now };
  for (;;) {
    try {
      await commitIntake(place, (context) => writeDelivery(context, delivery, alone));
      break;
    } catch (error) {
      if (!(error instanceof MustHoldAlone)) throw error;
      alone = error.parts;
    }
  }
  if (delivery.rejected.length > 0) await trimRejected(now);
}

async function writeDelivery(
  context: BatchContext,
  { messages, rejected }: Delivery,
  alone: ReadonlySet<number>,
): Promise<void> {
  const { tx, now } = context;
  await holdVisitors(tx, messages, alone);
  const people = await findPeople(tx, messages);
  demandAlone(messages, people, alone);
  const told = await writePeople(context, messages, people);
  const grouped = await writeGroups(context, messages, people);
  const attached = await saveLinks(tx, people.links);
  const events = await buildEvents(context, messages, people);
  const stored = await storeEvents(tx, events, { receivedAt: now, importId: null });
  await writeRejected(tx, [...rejected, ...told.rejected, ...grouped.rejected], now);
  await noteSources(context, messages);
  const hasHistory = attached.length + stored.leadIds.size > 0;
  await enqueueRescore(tx, {
    leadIds: [...new Set([...told.leadIds, ...grouped.leadIds, ...attached, ...stored.leadIds])],
    companyIds: [...new Set([...told.companyIds, ...grouped.companyIds, ...stored.companyIds])],
    cause: hasHistory ? 'event' : 'attribute',
  });
}

async function buildEvents(
  { tx }: BatchContext,
  messages: readonly Message[],
  people: People,
): Promise<NewEvent[]> {
  const named = messages.flatMap(({ name }) => name ?? []);
  const types = named.length > 0 ? await nameTypes(tx, named) : new Map<string, string>();
  return messages.flatMap((message): NewEvent[] => {
    const { kind, name, messageId, at, anonymousId, source } = message;
    const lead = people.of(message);
    const isTold = kind === 'identify' && !lead && Object.keys(message.traits).length > 0;
    if (name === null && !isTold) return [];
    const type = name === null ? DETAILS_GIVEN : (types.get(name) ?? name);
    return [
      {
        id: newId(),
        messageId,
        leadId: lead?.leadId ?? null,
        companyId: lead?.companyId ?? null,
        anonymousId,
        type,
        name: name === type ? null : name,
        at,
        properties: isTold ? message.traits : message.properties,
        source: source.name,
      },
    ];
  });
}

const notedAt = new Map<string, number>();

/** Notes that sources sent something; to some seconds, as their rows would be written by everybody at once. */
async function noteSources({ tx, now }: BatchContext, messages: readonly Message[]): Promise<void> {
  const due = [...new Set(messages.map(({ source }) => source.id))].filter(
    (id) => now.getTime() - (notedAt.get(id) ?? 0) >= LAST_EVENT_EVERY_MS,
  );
  if (due.length === 0) return;
  for (const id of due) notedAt.set(id, now.getTime());
  await querySql(
    tx,
    `UPDATE "Source" SET "lastEventAt" = $2::timestamptz WHERE "id" IN (
       SELECT s."id" FROM "Source" s WHERE s."id" = ANY($1::uuid[]) ORDER BY s."id" FOR UPDATE SKIP LOCKED)`,
    [due, now],
  );
}
