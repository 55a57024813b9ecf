/** What an event says of itself beside its type and instant. */
export type Properties = Readonly<Record<string, unknown>>;

/** An event as it is judged whether a person did it. */
export interface JudgedEvent {
  id: string;
  messageId: string;
  leadId: string | null;
  companyId: string | null;
  type: string;
  /** Milliseconds since 1970 UTC. */
  at: number;
  properties: Properties;
  /** Why it does not count already; null when it does. */
  filteredAs: string | null;
  /** A person had it counted: no rule sets it aside again, and it is no sign against others. */
  restored: boolean;
}

/** An event that is to be stored. */
export interface NewEvent {
  /** A uuid v7. */
  id: string;
  messageId: string;
  leadId: string | null;
  companyId: string | null;
  type: string;
  /** ISO 8601. */
  at: string;
  properties: Properties;
  source: string;
  /** The visitor, as long as nobody knows the lead. */
  anonymousId?: string | null;
  /** The name under which it was sent, where that is not the type itself. */
  name?: string | null;
}

/** A stretch of time in which one lead's, or one company's, e-mail events bear on others. */
export interface EventWindow {
  leadId: string | null;
  companyId: string | null;
  /** Milliseconds since 1970 UTC, both included. */
  from: number;
  until: number;
}

/** An event's place in a list that is ordered by time. */
export interface EventKey {
  at: Date;
  id: string;
}

/** An event that is kept but not counted, as the settings list it. */
export interface FilteredEvent extends EventKey {
  reason: string;
  /** The type's name, or its key where none is given. */
  type: string;
  properties: unknown;
  leadId: string | null;
  leadName: string | null;
  leadEmail: string | null;
  companyName: string | null;
}

export interface ReasonCount {
  reason: string;
  total: number;
  /** Of these, how many happened in the last `REASON_DAYS` days. */
  recent: number;
}
