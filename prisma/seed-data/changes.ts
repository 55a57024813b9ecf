import type { Company } from './companies';
import type { Deal } from './deals';
import type { Person } from './people';
import { customOf } from './people';
import { DAY, HOUR } from './random';
import type { Random } from './random';
import { titleBefore } from './titles';
import type { DemoAttributeChange, DemoEvent, JsonValue } from './types';

/** Collects attribute changes, so that the past of a row can be told from its present. */
export class ChangeLog {
  readonly rows: DemoAttributeChange[] = [];

  constructor(
    readonly random: Random,
    readonly now: number,
  ) {}

  private add(
    subject: { leadId: string | null; companyId: string | null },
    at: number,
    change: Change,
  ): void {
    const instant = Math.floor(at);
    this.rows.push({
      id: this.random.idAt(instant),
      ...subject,
      ...change,
      at: new Date(instant),
      source: 'demo',
    });
  }

  /** Sets a lead's attribute and notes what it was before `at`; `custom.` keys are set in the nested object. */
  setOnLead(person: Person, at: number, key: string, after: JsonValue): void {
    const { row } = person;
    const nested = key.startsWith('custom.');
    const holder = nested ? customOf(person) : row.attributes;
    const name = nested ? key.slice('custom.'.length) : key;
    const before = holder[name] ?? null;
    holder[name] = after;
    this.add({ leadId: row.id, companyId: null }, at, { key, before, after });
  }

  /** Notes that an attribute of a lead, whose present value stays, was `before` until `at`. */
  recallOnLead({ row }: Person, at: number, key: string, before: JsonValue): void {
    this.add({ leadId: row.id, companyId: null }, at, { key, before, after: row.attributes[key] ?? null });
  }

  /** The same for a company. */
  recallOnCompany({ row }: Company, at: number, key: string, before: JsonValue): void {
    this.add({ leadId: null, companyId: row.id }, at, { key, before, after: row.attributes[key] ?? null });
  }
}

interface Change {
  key: string;
  before: JsonValue;
  after: JsonValue;
}

/** Promotions of people and growth of companies, scattered over the history. */
export function changeThePast(
  log: ChangeLog,
  people: readonly Person[],
  companies: readonly Company[],
  since: number,
): void {
  const { random, now } = log;
  for (const person of people) {
    const { title } = person.row.attributes;
    const before = typeof title === 'string' && random.chance(0.04) ? titleBefore(title) : null;
    if (before === null) continue;
    const created = person.row.createdAt.getTime();
    log.recallOnLead(person, random.between(created + (now - created) * 0.2, now - HOUR), 'title', before);
  }
  for (const company of companies) {
    const { employees } = company.row.attributes;
    if (typeof employees !== 'number' || employees < 12 || !random.chance(0.16)) continue;
    const before = Math.max(1, Math.round(employees / random.logNormal(1.18, 0.12)));
    if (before !== employees)
      log.recallOnCompany(company, random.between(since, now - DAY), 'employees', before);
  }
}

/** What became known through a deal: who decides, and which plan is used. Never known when the lead was first engaged. */
export function learnFromDeals(log: ChangeLog, deals: readonly Deal[]): void {
  const { random, now } = log;
  for (const { row, encounter, willWin } of deals) {
    const { person } = encounter;
    const end = row.closedAt?.getTime() ?? now;
    const found = random.between(row.createdAt.getTime(), end);
    const decides = person.job.influence > 0.6 && random.chance(willWin ? 0.7 : 0.35);
    if (decides && person.row.attributes.decisionMaker !== true)
      log.setOnLead(person, found, 'decisionMaker', true);
    if (row.outcome === 'won')
      log.setOnLead(person, end, 'custom.plan', random.pick(['Team', 'Team', 'Business']));
  }
}

/** A trial puts its plan on the lead; the deal that follows may change it. */
export function planFromTrials(
  log: ChangeLog,
  events: readonly DemoEvent[],
  people: ReadonlyMap<string, Person>,
): void {
  for (const event of events) {
    if (event.type !== 'trial_started' || event.leadId === null) continue;
    const person = people.get(event.leadId);
    if (person === undefined || 'plan' in customOf(person)) continue;
    log.setOnLead(person, event.at.getTime(), 'custom.plan', 'Trial');
  }
}
