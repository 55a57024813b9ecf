import type { CompiledRubric } from './compile-rubric';
import { requireMilliseconds } from './instants';
import { matchOrderedEvents, orderEvents, type MatchedEvents, type TimedEvent } from './match-events';
import { scoreLead } from './score-lead';
import type { EventInput, Instant, LeadInput, ScoreOutput } from './types';

/** A lead's score, with whose it is. */
export interface LeadScore extends ScoreOutput {
  leadId: string;
}

interface EventIndex {
  byLead: Map<string, TimedEvent[]>;
  byCompany: Map<string, TimedEvent[]>;
}

function push(lists: Map<string, TimedEvent[]>, key: string, timed: TimedEvent): void {
  const list = lists.get(key);
  if (list) list.push(timed);
  else lists.set(key, [timed]);
}

/**
 * Sorts events out by lead and by company. A company's are those of its leads, whatever company they name, and the
 * signals that name it; events of leads that are not there count for nobody.
 */
function indexEvents(leads: readonly LeadInput[], events: readonly EventInput[]): EventIndex {
  const companyOf = new Map(leads.map((lead) => [lead.id, lead.company?.id ?? null]));
  const index: EventIndex = { byLead: new Map(), byCompany: new Map() };
  for (const timed of orderEvents(events)) {
    const { leadId, companyId } = timed.event;
    if (leadId !== null && !companyOf.has(leadId)) continue;
    if (leadId !== null) push(index.byLead, leadId, timed);
    const company = leadId === null ? companyId : companyOf.get(leadId);
    if (company !== null && company !== undefined) push(index.byCompany, company, timed);
  }
  return index;
}

/**
 * Scores leads that are given with all their events.
 *
 * @returns one score per lead, in the order of the leads.
 * @throws RangeError when `asOf` is not an instant.
 */
export function scoreAll(
  compiled: CompiledRubric,
  leads: readonly LeadInput[],
  events: readonly EventInput[],
  asOf: Instant,
): LeadScore[] {
  const instant = requireMilliseconds(asOf);
  const index = indexEvents(leads, events);
  const companies = new Map<string, MatchedEvents>();
  const matchCompany = (id: string): MatchedEvents => {
    let matched = companies.get(id);
    if (!matched) {
      matched = matchOrderedEvents(compiled, 'company', index.byCompany.get(id) ?? []);
      companies.set(id, matched);
    }
    return matched;
  };
  return leads.map((lead) => {
    const own = index.byLead.get(lead.id) ?? [];
    const ownMatched = matchOrderedEvents(compiled, 'lead', own);
    const company = lead.company
      ? matchCompany(lead.company.id)
      : matchOrderedEvents(compiled, 'company', own);
    return { leadId: lead.id, ...scoreLead(compiled, lead, ownMatched, company, instant) };
  });
}
