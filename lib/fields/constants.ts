/** So many leads are looked at to know which values occur; of more, a sample of about as many. */
export const LEADS_LOOKED_AT = 50_000;

/** So many of the newest events are looked at, over all types that are asked for. */
export const EVENTS_LOOKED_AT = 2_000;

/** So many values of a field are offered. */
export const MOST_VALUES = 200;

/** So many values of each property of an event are offered. */
export const MOST_PROPERTY_VALUES = 50;

/** How long what was counted is good enough to be offered again. */
export const KEPT_FOR_MS = 10 * 60_000;
