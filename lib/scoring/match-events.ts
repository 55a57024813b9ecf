import type { CompiledIntent, CompiledRubric } from './compile-rubric';
import { toMilliseconds } from './instants';
import type { EventInput, Scope } from './types';

/** An event with its instant read, in milliseconds. */
export interface TimedEvent {
  at: number;
  event: EventInput;
}

/** The events that one criterion looks at, oldest first: instants in milliseconds, and the events themselves. */
export interface MatchList {
  at: number[];
  events: EventInput[];
}

/**
 * The events of a lead or of a company, sorted out by the criteria that look at them. Made once for a company, it serves
 * all its leads. Where a criterion's `where` turns with time, its list holds every event of its types.
 */
export interface MatchedEvents {
  scope: Scope;
  /** By the criterion's place among the intent criteria; undefined where nothing matches. */
  lists: (MatchList | undefined)[];
}

/** Order by code unit, which is the same everywhere. */
function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** What tells two events of one id and one instant apart, should anyone send such. */
function contentOf({ leadId, companyId, type, properties }: EventInput): string {
  return JSON.stringify([leadId, companyId, type, properties]);
}

function compareEvents(a: TimedEvent, b: TimedEvent): number {
  if (a.at !== b.at) return a.at - b.at;
  return compareText(a.event.id, b.event.id) || compareText(contentOf(a.event), contentOf(b.event));
}

/**
 * Events by time, then by id in code units, each id once: its earliest. The result does not depend on the order they
 * came in. An event whose instant cannot be read is left out.
 */
export function orderEvents(events: readonly EventInput[]): TimedEvent[] {
  const timed: TimedEvent[] = [];
  for (const event of events) {
    const at = toMilliseconds(event.at);
    if (!Number.isNaN(at)) timed.push({ at, event });
  }
  if (timed.length < 2) return timed;
  timed.sort(compareEvents);
  const seen = new Set<string>();
  return timed.filter(({ event }) => {
    const size = seen.size;
    return seen.add(event.id).size > size;
  });
}

/** Whether a criterion counts an event; where time turns its `where`, whether it may. */
export function looksAt({ types, where, whereTimed }: CompiledIntent, { at, event }: TimedEvent): boolean {
  if (types && !types.has(event.type)) return false;
  if (!where || whereTimed) return true;
  return where.evaluate(event, at)[0] === 1;
}

/**
 * Sorts events out by the criteria of one scope.
 *
 * @param scope `lead` for one lead's own events; `company` for those of all leads of a company and its signals.
 */
export function matchEvents(
  compiled: CompiledRubric,
  scope: Scope,
  events: readonly EventInput[],
): MatchedEvents {
  return matchOrderedEvents(compiled, scope, orderEvents(events));
}

/** The events of one criterion among those of its scope, in their order; undefined when there are none. */
export function matchList(intent: CompiledIntent, events: readonly TimedEvent[]): MatchList | undefined {
  let list: MatchList | undefined;
  for (const timed of events) {
    if (!looksAt(intent, timed)) continue;
    list ??= { at: [], events: [] };
    list.at.push(timed.at);
    list.events.push(timed.event);
  }
  return list;
}

/** As {@link matchEvents}, for events that {@link orderEvents} has put in order. */
export function matchOrderedEvents(
  compiled: CompiledRubric,
  scope: Scope,
  events: readonly TimedEvent[],
): MatchedEvents {
  const lists = compiled.intent.map((intent) =>
    intent.scope === scope ? matchList(intent, events) : undefined,
  );
  return { scope, lists };
}
