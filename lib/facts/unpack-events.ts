import type { TimedEvent } from '@/lib/scoring/match-events';
import type { CountedTypes, PackedEvents } from './types';

const BYTES_PER_EVENT = 10;

/** Postgres counts microseconds from 2000-01-01T00:00Z; the engine milliseconds from 1970. */
const POSTGRES_EPOCH_MS = Date.UTC(2000, 0, 1);

const NO_PROPERTIES: Readonly<Record<string, unknown>> = {};

/** The name that stands for every event type that no criterion names. */
const UNNAMED = '';

/**
 * Unpacks events. They bear no ids: the database holds each once, and events of one instant count alike in any order.
 *
 * @param into receives the events, in the order they were packed.
 */
export function unpackEvents(
  { leadId, packed, properties }: PackedEvents,
  types: CountedTypes,
  into: TimedEvent[],
): void {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  let nextProperties = 0;
  for (let offset = 0; offset < packed.byteLength; offset += BYTES_PER_EVENT) {
    // Microseconds exceed 32 bits and fit a double: two halves are quicker than a big integer.
    const microseconds = view.getInt32(offset) * 4_294_967_296 + view.getUint32(offset + 4);
    const at = Math.floor(microseconds / 1000) + POSTGRES_EPOCH_MS;
    const place = view.getInt16(offset + 8) - 1;
    const needs = place < 0 ? types.anyNeedsProperties : types.needsProperties[place];
    const held = needs ? properties?.[nextProperties] : undefined;
    if (needs) nextProperties += 1;
    const type = types.names[place] ?? UNNAMED;
    into.push({
      at,
      event: { id: '', leadId, companyId: null, type, at, properties: held ?? NO_PROPERTIES },
    });
  }
}

/** Puts events in the order of their instants. */
export function sortByTime(events: TimedEvent[]): TimedEvent[] {
  return events.sort((a, b) => a.at - b.at);
}
