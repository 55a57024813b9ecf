import { ActivityLog, logAttempts, logDeal, snooze } from './activities';
import { drawAssignment } from './assignments';
import { liveQuietly, signalCompany } from './behaviour';
import { ChangeLog, changeThePast, learnFromDeals, planFromTrials } from './changes';
import type { Company } from './companies';
import { drawCompanies } from './companies';
import type { Deal } from './deals';
import { drawDeals } from './deals';
import type { Encounter } from './encounters';
import { drawEncounters, playAftermath, playEncounter } from './encounters';
import { EventLog } from './event-log';
import type { Person } from './people';
import { HISTORY_DAYS, drawPeople } from './people';
import type { Prospect } from './present';
import { warmUpToday } from './present';
import { DAY, Random } from './random';
import { drawRouting } from './routing';
import type {
  DemoAssignment,
  DemoAttributeDefinition,
  DemoData,
  DemoDataOptions,
  DemoEngagement,
  DemoUser,
} from './types';
import { drawUsers } from './users';

const COMPANIES = 1_600;
const LEADS = 5_400;
const DEFAULT_SEED = 20_406;

/** Days after the first touch in which an encounter without a deal still shows in the lead's behaviour. */
const AFTERMATH_DAYS = 20;

/**
 * Eighteen months of a business-software vendor's leads, ending at `now`: companies and people, what they did, whom
 * reps approached, and which deals were won: truly by fit and intent, with chance. Nothing happens after `now` except
 * that snoozed leads come back. The same `now` and `seed` give the same data to the last id; it takes about a second.
 */
export function generateDemoData({ now, seed = DEFAULT_SEED }: DemoDataOptions): DemoData {
  const instant = now.getTime();
  const random = new Random(seed);
  const users = drawUsers(random, instant);
  const reps = users.filter(({ role }) => role === 'rep');
  const companies = drawCompanies(random, COMPANIES, instant);
  const people = drawPeople(random, companies, LEADS, instant);
  const encounters = drawEncounters(random, people, reps, instant);
  const deals = drawDeals(random, encounters, instant);

  const stories = new Stories(random, instant, people);
  stories.tellQuietLives(companies);
  stories.tellEncounters(encounters, deals);
  stories.tellToday(encounters, reps);

  const events = stories.events.finish();
  const changes = new ChangeLog(random, instant);
  changeThePast(changes, people, companies, instant - HISTORY_DAYS * DAY);
  planFromTrials(changes, events, stories.byId);
  learnFromDeals(changes, deals);
  return {
    users,
    attributeDefinitions: defineAttributes(random, users),
    companies: companies.map(({ row }) => row),
    leads: people.map(({ row }) => row),
    attributeChanges: changes.rows,
    events,
    deals: deals.map(({ row }) => row),
    engagements: stories.engagements,
    activities: stories.activities.rows,
    assignments: stories.assignments,
    routing: drawRouting(random, users, instant),
  };
}

/** What happened to everyone, told by group: the quiet ones, those whom reps approached, and those of today. */
class Stories {
  readonly events: EventLog;
  readonly activities: ActivityLog;
  readonly engagements: DemoEngagement[] = [];
  readonly assignments: DemoAssignment[] = [];
  readonly byId: ReadonlyMap<string, Person>;
  private readonly byCompany = new Map<Company, Person[]>();

  constructor(
    private readonly random: Random,
    private readonly now: number,
    private readonly people: readonly Person[],
  ) {
    this.events = new EventLog(random, now);
    this.activities = new ActivityLog(random, now);
    this.byId = new Map(people.map((person) => [person.row.id, person]));
    for (const person of people) {
      if (person.company === null) continue;
      const staff = this.byCompany.get(person.company) ?? [];
      staff.push(person);
      this.byCompany.set(person.company, staff);
    }
  }

  tellQuietLives(companies: readonly Company[]): void {
    for (const person of this.people) liveQuietly(this.events, person);
    const since = this.now - HISTORY_DAYS * DAY;
    for (const company of companies)
      signalCompany(this.events, company, since, this.now, 0.3 + 0.8 * company.quality);
  }

  tellEncounters(encounters: readonly Encounter[], deals: readonly Deal[]): void {
    const dealOf = new Map(deals.map((deal) => [deal.encounter, deal]));
    for (const encounter of encounters) {
      this.engage(encounter);
      playEncounter(this.events, encounter, this.colleaguesOf(encounter.person));
      const deal = dealOf.get(encounter);
      const endedAt = deal === undefined ? logAttempts(this.activities, encounter) : this.tellDeal(deal);
      if (deal === undefined)
        playAftermath(this.events, encounter, encounter.at + AFTERMATH_DAYS * DAY, false);
      this.assignments.push(drawAssignment(this.random, encounter, encounter.at, endedAt));
    }
  }

  tellToday(encounters: readonly Encounter[], reps: readonly DemoUser[]): void {
    const approached = new Set(encounters.map(({ person }) => person));
    const candidates = this.people.filter((person) => !approached.has(person));
    const colleaguesOf = (person: Person) => this.colleaguesOf(person);
    for (const prospect of warmUpToday(this.events, candidates, colleaguesOf, reps))
      this.tellProspect(prospect);
  }

  private tellProspect(prospect: Prospect): void {
    if (prospect.progress === 'free') return;
    const touched = prospect.progress === 'touched';
    prospect.person.row.ownerId = prospect.rep.id;
    if (touched) {
      this.engage(prospect);
      this.activities.firstTouch(prospect);
      prospect.person.row.state = 'working';
      if (this.random.chance(0.15)) snooze(this.activities, prospect, prospect.at);
    }
    this.assignments.push(drawAssignment(this.random, prospect, touched ? prospect.at : null, null));
  }

  private tellDeal(deal: Deal): number | null {
    const { row, encounter, willWin } = deal;
    logDeal(this.activities, deal);
    const end = row.closedAt?.getTime() ?? null;
    playAftermath(this.events, encounter, end ?? row.createdAt.getTime() + 60 * DAY, willWin);
    encounter.person.row.state = row.outcome === 'open' ? 'qualified' : row.outcome;
    return end;
  }

  private engage({ person, rep, at }: Encounter): void {
    person.row.firstEngagedAt = new Date(at);
    person.row.ownerId = rep.id;
    this.engagements.push({ leadId: person.row.id, at: new Date(at), userId: rep.id, basis: 'touch' });
  }

  private colleaguesOf(person: Person): Person[] {
    if (person.company === null) return [];
    return (this.byCompany.get(person.company) ?? []).filter((colleague) => colleague !== person);
  }
}

/** The custom attributes that occur in the data. */
function defineAttributes(random: Random, users: readonly DemoUser[]): DemoAttributeDefinition[] {
  const createdAt = users[0]?.createdAt ?? new Date(0);
  const define = (
    key: string,
    label: string,
    type: DemoAttributeDefinition['type'],
  ): DemoAttributeDefinition => ({
    id: random.idAt(createdAt.getTime()),
    entity: 'lead',
    key,
    label,
    type,
    createdAt,
  });
  return [
    define('custom.crm', 'CRM in use', 'text'),
    define('custom.newsletter', 'Receives the newsletter', 'boolean'),
    define('custom.plan', 'Plan', 'text'),
    define('custom.salesTeamSize', 'Size of the sales team', 'number'),
  ];
}
