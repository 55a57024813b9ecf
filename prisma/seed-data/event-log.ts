import type { FilterReason } from '@/lib/events/constants';
import type { Company } from './companies';
import type { Person } from './people';
import { DAY, HOUR, MINUTE, officeTime } from './random';
import type { Random } from './random';
import { EVALUATION_PATHS, PAGE_TOPICS } from './content';
import type { DemoEvent, JsonObject } from './types';

/** Where events come from, with the longest time it takes them to arrive. */
const SOURCES = {
  website: 4_000,
  product: 4_000,
  'e-mail': 90_000,
  webinar: 2 * HOUR,
  signals: DAY,
} as const;

export type EventSource = keyof typeof SOURCES;

interface Extras {
  anonymousId?: string;
  filteredAs?: FilterReason;
  /** The program of a visit that no person made. */
  userAgent?: string;
}

/** Collects the events of the demo. What would lie after `now` has not happened and is left out. */
export class EventLog {
  private readonly events: DemoEvent[] = [];

  constructor(
    readonly random: Random,
    readonly now: number,
  ) {}

  /** Notes what a person did at `at` (milliseconds). */
  person(
    person: Person,
    type: string,
    at: number,
    source: EventSource,
    properties: JsonObject,
    extras: Extras = {},
  ): void {
    this.add({
      leadId: person.row.id,
      companyId: person.row.companyId,
      type,
      at,
      source,
      properties,
      extras,
    });
  }

  /** Notes what became known of a company at `at` (milliseconds). */
  company(company: Company, type: string, at: number, properties: JsonObject): void {
    this.add({
      leadId: null,
      companyId: company.row.id,
      type,
      at,
      source: 'signals',
      properties,
      extras: {},
    });
  }

  /** One sitting at the website that begins at `start`: the pages given, or some of a visitor's usual ones. */
  session(person: Person, start: number, paths?: readonly string[], extras: Extras = {}): void {
    const { random } = this;
    const visited = paths ?? this.drawPaths();
    let at = start;
    for (const path of visited) {
      const seconds = Math.max(3, Math.round(random.logNormal(38, 0.9)));
      const { userAgent } = extras;
      const properties = { path, seconds, ...(userAgent === undefined ? {} : { userAgent }) };
      this.person(person, 'page_viewed', at, 'website', properties, extras);
      at += seconds * 1000 + random.int(400, 4_000);
    }
  }

  /** A moment in the person's office hours on the day of `at`, never before they became known. */
  momentNear(person: Person, at: number): number {
    const moment = officeTime(this.random, at, person.country.zone);
    const first = person.row.createdAt.getTime() + 20 * MINUTE;
    return moment < first ? first + this.random.int(0, 3 * HOUR) : moment;
  }

  /** All events in order of time, with ids that carry it. */
  finish(): DemoEvent[] {
    this.events.sort((left, right) => left.at.getTime() - right.at.getTime());
    this.events.forEach((event, index) => {
      event.id = this.random.idAt(event.at.getTime());
      event.messageId = `demo-${String(index + 1).padStart(6, '0')}`;
    });
    return this.events;
  }

  /** What a visitor reads in one sitting: a topic, and now and then another. */
  private drawPaths(): string[] {
    const { random } = this;
    const paths: string[] = [];
    for (let page = 1 + random.poisson(2); page > 0; page -= 1) {
      paths.push(random.pick(random.weighted(PAGE_TOPICS, ({ weight }) => weight).paths));
    }
    return paths;
  }

  private add(event: {
    leadId: string | null;
    companyId: string | null;
    type: string;
    at: number;
    source: EventSource;
    properties: JsonObject;
    extras: Extras;
  }): void {
    const at = Math.floor(event.at);
    if (at >= this.now) return;
    const receivedAt = Math.min(this.now, at + this.random.int(150, SOURCES[event.source]));
    this.events.push({
      id: '',
      messageId: '',
      leadId: event.leadId,
      companyId: event.companyId,
      anonymousId: event.extras.anonymousId ?? null,
      type: event.type,
      at: new Date(at),
      receivedAt: new Date(receivedAt),
      properties: event.properties,
      source: event.source,
      filteredAs: event.extras.filteredAs ?? null,
    });
  }
}

/** Pages that people read who compare products. */
export function drawEvaluationPaths(random: Random, count: number): string[] {
  return Array.from({ length: count }, () => random.pick(EVALUATION_PATHS));
}
