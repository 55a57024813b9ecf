import type { EventInput } from '@/lib/scoring/types';

/** What scoring reads of a row of `Event`. */
export interface EventRow {
  id: string;
  leadId: string | null;
  companyId: string | null;
  type: string;
  /** Milliseconds since 1970 UTC. */
  at: number;
  properties: Readonly<Record<string, unknown>>;
}

/** An event as the engine takes it: the one place in which a row becomes one. */
export function toEventInput({ id, leadId, companyId, type, at, properties }: EventRow): EventInput {
  return { id, leadId, companyId, type, at, properties };
}
