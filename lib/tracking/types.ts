/** A connected site or server, as the settings list it. */
export interface SourceRow {
  id: string;
  name: string;
  /** Public: whoever may open the site can read it. */
  writeKey: string;
  origins: string[];
  active: boolean;
  createdAt: Date;
  /** Who connected it; null when that was the command line. */
  createdBy: string | null;
  /** To some seconds; null when nothing came yet. */
  lastEventAt: Date | null;
  /** How many of its events were refused in the last `REJECTED_DAYS` days. */
  rejected: number;
}

/** A rejected event's place in their list, which is ordered by time. */
export interface RejectedKey {
  receivedAt: Date;
  id: string;
}

/** An event that was taken but not understood. */
export interface RejectedRow extends RejectedKey {
  sourceId: string;
  sourceName: string;
  /** "track", "identify" …, as far as it could be read. */
  messageType: string | null;
  eventName: string | null;
  reason: string;
  /** Where in the message: "properties.price". */
  path: string | null;
  /** The message as it came; `{ "cut": "…" }` with its beginning where it is long. */
  payload: unknown;
}

/** A name that is none of the known ones: its events are kept as a type of their own. */
export interface UnknownName {
  /** As it was sent. */
  name: string;
  /** The type that its events have, which criteria can name. */
  type: string;
  /** Of the newest `MOST_NAMED` events of the type. */
  events: number;
  lastSeenAt: Date;
}
