import type { TimedEvent } from '@/lib/scoring/match-events';
import type { CountedTypes, PackedEvents } from './types';

const BYTES_PER_EVENT = 10;
const BYTES_PER_ID = 16;

/** Postgres counts microseconds from 2000-01-01T00:00Z; the engine milliseconds from 1970. */
const POSTGRES_EPOCH_MS = Date.UTC(2000, 0, 1);

const NO_PROPERTIES: Readonly<Record<string, unknown>> = {};

/** The name that stands for every event type that no criterion names. */
const UNNAMED = '';

/** An instant as `timestamptz_send` writes it, in milliseconds since 1970 UTC. */
function readInstant(view: DataView, offset: number): number {
  // Microseconds exceed 32 bits and fit a double: two halves are quicker than a big integer.
  const microseconds = view.getInt32(offset) * 4_294_967_296 + view.getUint32(offset + 4);
  return Math.floor(microseconds / 1000) + POSTGRES_EPOCH_MS;
}

/** Reads the properties of those events whose type needs them, one after the other. */
function createPropertyReader(properties: PackedEvents['properties'], types: CountedTypes) {
  let next = 0;
  return (place: number): Readonly<Record<string, unknown>> => {
    const needs = place < 0 ? types.anyNeedsProperties : types.needsProperties[place];
    if (!needs) return NO_PROPERTIES;
    next += 1;
    return properties?.[next - 1] ?? NO_PROPERTIES;
  };
}

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
  const readProperties = createPropertyReader(properties, types);
  for (let offset = 0; offset < packed.byteLength; offset += BYTES_PER_EVENT) {
    const at = readInstant(view, offset);
    const place = view.getInt16(offset + 8) - 1;
    const type = types.names[place] ?? UNNAMED;
    const held = readProperties(place);
    into.push({ at, event: { id: '', leadId, companyId: null, type, at, properties: held } });
  }
}

/** An event with whose it is. */
export interface OwnedEvent {
  view: DataView;
  /** Where in the view the id of its lead, or of a signal's company, begins. */
  owner: number;
  isSignal: boolean;
  at: number;
  type: string;
  properties: Readonly<Record<string, unknown>>;
}

/**
 * Reads packed events of many leads: 26 bytes each, the id of the lead or company, the instant, and twice the place of
 * the type, odd for a signal.
 *
 * @param look is called with each; what it is given holds until the next.
 */
export function readOwnedEvents(
  packed: Uint8Array | null,
  properties: PackedEvents['properties'],
  types: CountedTypes,
  look: (event: OwnedEvent) => void,
): void {
  if (!packed) return;
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  const readProperties = createPropertyReader(properties, types);
  const event: OwnedEvent = { view, owner: 0, isSignal: false, at: 0, type: '', properties: NO_PROPERTIES };
  for (let offset = 0; offset < packed.byteLength; offset += BYTES_PER_ID + BYTES_PER_EVENT) {
    event.owner = offset;
    event.at = readInstant(view, offset + BYTES_PER_ID);
    const code = view.getInt16(offset + BYTES_PER_ID + 8);
    const place = (code >> 1) - 1;
    event.isSignal = (code & 1) === 1;
    event.type = types.names[place] ?? UNNAMED;
    event.properties = readProperties(place);
    look(event);
  }
}

/** Puts events in the order of their instants. */
export function sortByTime(events: TimedEvent[]): TimedEvent[] {
  return events.sort((a, b) => a.at - b.at);
}
