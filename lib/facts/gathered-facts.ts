import type { CompiledRubric } from '@/lib/scoring/compile-rubric';
import type { PreparedLead } from '@/lib/scoring/evidence';
import type { MatchList } from '@/lib/scoring/match-events';
import { countsLeads, standIn } from '@/lib/scoring/pack-evidence';
import type { EventKind } from './event-kinds';
import { IdTable, type IdColumns } from './id-table';

/** Events sorted out by whose they are, oldest first, as columns. */
export interface EventColumns {
  /** By row: where its events begin; one more entry than rows. */
  starts: Int32Array;
  /** Milliseconds since 1970 UTC. */
  at: Float64Array;
  /** Places in the kinds. */
  kind: Uint16Array;
}

/**
 * What everyone is scored from by one version of the rubric, as of one snapshot of the database: the answers of the
 * conditions, and instant and kind of each event that counts. About thirty bytes a lead and ten an event, in memory that
 * threads share.
 */
export interface GatheredFacts {
  versionId: string;
  /** Places of the intent criteria whose events are here; null for all of them, and then the conditions' answers too. */
  only: readonly number[] | null;
  kinds: readonly EventKind[];
  leads: IdColumns;
  createdAt: Float64Array;
  /** One byte a condition: the fit criteria's, then the disqualifiers'. */
  answers: Uint8Array;
  /** By lead: the row of its company; −1 when it has none. */
  companyOf: Int32Array;
  own: EventColumns;
  signals: EventColumns;
  /** By company: where its leads begin in `members`. */
  memberStarts: Int32Array;
  members: Int32Array;
}

/** An event of a company: its instant, and the row of the lead whose it is, −1 for a signal. */
interface CompanyEvent {
  at: number;
  lead: number;
}

type Lists = (MatchList | undefined)[];

/** Companies' events that are kept sorted out, so that those of a large company are not for each of its leads. */
const EVENTS_KEPT = 200_000;

/** Reads leads out of gathered facts, for one thread. */
export class FactsReader {
  private readonly table: IdTable;
  private readonly conditions: number;
  private readonly withLeads: readonly boolean[];
  private readonly hasCompanyScope: boolean;
  private readonly companies = new Map<number, Lists>();
  private eventsKept = 0;

  constructor(
    readonly facts: GatheredFacts,
    readonly compiled: CompiledRubric,
  ) {
    this.table = new IdTable(facts.leads);
    this.conditions = compiled.fitCount + compiled.rubric.disqualifiers.length;
    this.withLeads = compiled.intent.map(countsLeads);
    this.hasCompanyScope = compiled.intent.some(({ scope }) => scope === 'company');
  }

  /** Whether all that a lead is scored from is here. */
  get coversAll(): boolean {
    return this.facts.only === null;
  }

  /** Whether the events of some intent criteria, by place, are here. */
  covers(places: readonly number[]): boolean {
    const { only } = this.facts;
    return only === null || places.every((place) => only.includes(place));
  }

  /** The row of a lead; −1 when it was not there, or was merged into another. */
  find(leadId: string): number {
    return this.table.findText(leadId);
  }

  /** Whether a lead, by its id in bytes, has no event of some intent criteria, by place; false when that is not known. */
  hasNone(view: DataView, id: number, places: readonly number[]): boolean {
    const row = this.covers(places) ? this.table.findBytes(view, id) : -1;
    if (row < 0) return false;
    const { own, kinds } = this.facts;
    const end = own.starts[row + 1] ?? 0;
    for (let i = own.starts[row] ?? 0; i < end; i += 1) {
      if (kinds[own.kind[i] ?? 0]?.lead.some((place) => places.includes(place))) return false;
    }
    return true;
  }

  /** A lead with all that its score is measured from. */
  prepare(leadId: string, row: number): PreparedLead {
    const { createdAt, answers, companyOf } = this.facts;
    const instant = createdAt[row] ?? 0;
    const company = companyOf[row] ?? -1;
    const lists = this.listOwn(row, company < 0);
    if (company >= 0 && this.hasCompanyScope) {
      this.listCompany(company).forEach((list, place) => {
        if (list) lists[place] = list;
      });
    }
    return {
      lead: { id: leadId, email: null, createdAt: instant, attributes: {} },
      createdAt: instant,
      lists,
      answers: answers.subarray(row * this.conditions, (row + 1) * this.conditions),
    };
  }

  /**
   * A lead's own events by criterion.
   *
   * @param alone whether they are all that its company's criteria look at too.
   */
  listOwn(row: number, alone: boolean): Lists {
    const { own, kinds } = this.facts;
    const lists: Lists = new Array<MatchList | undefined>(this.compiled.intent.length).fill(undefined);
    const end = own.starts[row + 1] ?? 0;
    for (let i = own.starts[row] ?? 0; i < end; i += 1) {
      const kind = kinds[own.kind[i] ?? 0];
      if (!kind) continue;
      const at = own.at[i] ?? 0;
      for (const place of kind.lead) this.push(lists, place, at, row);
      if (alone) for (const place of kind.company) this.push(lists, place, at, row);
    }
    return lists;
  }

  private push(lists: Lists, place: number, at: number, lead: number): void {
    const list = (lists[place] ??= { at: [], events: [] });
    list.at.push(at);
    if (this.withLeads[place]) list.events.push(standIn(lead + 1));
  }

  private listCompany(company: number): Lists {
    const kept = this.companies.get(company);
    if (kept) return kept;
    const events: CompanyEvent[][] = [];
    const { own, signals, members, memberStarts } = this.facts;
    const end = memberStarts[company + 1] ?? 0;
    for (let i = memberStarts[company] ?? 0; i < end; i += 1) {
      const lead = members[i] ?? 0;
      this.collect(own, lead, lead, events);
    }
    this.collect(signals, company, -1, events);
    const lists: Lists = [];
    events.forEach((found, place) => {
      found.sort((a, b) => a.at - b.at);
      for (const { at, lead } of found) this.push(lists, place, at, lead);
      this.eventsKept += found.length;
    });
    if (this.eventsKept > EVENTS_KEPT) {
      this.companies.clear();
      this.eventsKept = 0;
    }
    this.companies.set(company, lists);
    return lists;
  }

  private collect(columns: EventColumns, row: number, lead: number, events: CompanyEvent[][]): void {
    const end = columns.starts[row + 1] ?? 0;
    for (let i = columns.starts[row] ?? 0; i < end; i += 1) {
      const at = columns.at[i] ?? 0;
      for (const place of this.facts.kinds[columns.kind[i] ?? 0]?.company ?? []) {
        (events[place] ??= []).push({ at, lead });
      }
    }
  }
}

let latest: FactsReader | undefined;

/** The thread's reader of gathered facts, with what it keeps sorted out. */
export function readerOf(facts: GatheredFacts, compiled: CompiledRubric): FactsReader {
  if (latest?.facts !== facts || latest.compiled !== compiled) latest = new FactsReader(facts, compiled);
  return latest;
}
