import { externalKey } from '@/lib/intake/mutations/batch';
import { querySql, type SqlClient } from '@/lib/server/sql';
import type { Message } from '../types';

/** A lead as tracking knows it. */
export interface Person {
  leadId: string;
  companyId: string | null;
  /** Null for one of whom nothing but ids is known. */
  emailKey: string | null;
}

type KeyKind = 'anonymous' | 'user' | 'email' | 'external';

/** An id that stands for a lead from now on. */
export interface Link {
  kind: 'anonymous' | 'user';
  value: string;
  leadId: string;
  /** Whether it stood for another lead until now. */
  replaces: boolean;
}

/** Who stands behind the ids and addresses of a set of messages, and what they tell that was not known. */
export class People {
  /** Ids of leads by the keys that stand for them. */
  private readonly known = new Map<string, string>();
  private readonly leads = new Map<string, Person>();
  private readonly learned = new Map<string, Link>();

  /** The links that were not known before. */
  get links(): Link[] {
    return [...this.learned.values()];
  }

  /** Ids of the leads of whom nothing but ids is known. */
  get nameless(): string[] {
    return [...this.leads.values()].flatMap(({ leadId, emailKey }) => (emailKey === null ? leadId : []));
  }

  /** Says who stands behind an id. */
  set(kind: KeyKind, value: string, person: Person): void {
    this.known.set(`${kind}\n${value}`, person.leadId);
    this.leads.set(person.leadId, person);
  }

  /** Who stands behind an id; a merged lead's survivor. */
  get(kind: KeyKind, value: string | null): Person | undefined {
    const leadId = value === null ? undefined : this.known.get(`${kind}\n${value}`);
    return leadId === undefined ? undefined : this.leads.get(leadId);
  }

  /** Has an id stand for a person. One that stands for another stays so, unless it shall be replaced. */
  link(kind: 'anonymous' | 'user', value: string | null, person: Person, replace: boolean): void {
    if (value === null) return;
    const before = this.get(kind, value);
    if (before?.leadId === person.leadId || (before && !replace)) return;
    const key = `${kind}\n${value}`;
    const replaces = this.learned.get(key)?.replaces ?? before !== undefined;
    this.set(kind, value, person);
    this.learned.set(key, { kind, value, leadId: person.leadId, replaces });
  }

  /** Puts what is known of a lead in the place of what was known. */
  update(person: Person): void {
    this.leads.set(person.leadId, person);
  }

  /** Puts down that a lead belongs to a company now. */
  join(leadId: string, companyId: string): void {
    const person = this.leads.get(leadId);
    if (person) this.leads.set(leadId, { ...person, companyId });
  }

  /** Has everything that stands for one lead stand for another. */
  redirect(from: Person, into: Person): void {
    this.leads.set(from.leadId, into);
  }

  /** Who stands behind a user's id, as a source sends it. */
  ofUser(userId: string | null, source: string): Person | undefined {
    if (userId === null) return undefined;
    return this.get('user', userId) ?? this.get('external', externalKey(source, userId));
  }

  /** Whom a message tells of: by the user's id, the address, or the visitor's id, in this order. */
  of({ userId, email, anonymousId, source }: Message): Person | undefined {
    return this.ofUser(userId, source.name) ?? this.get('email', email) ?? this.get('anonymous', anonymousId);
  }
}

interface Found extends Person {
  kind: KeyKind;
  value: string;
  [column: string]: unknown;
}

const SURVIVORS = `
  SELECT n."kind", n."value", s."id" AS "leadId", s."companyId", s."emailKey"
  FROM named n JOIN "Lead" l ON l."id" = n."leadId"
    JOIN "Lead" s ON s."id" = coalesce(l."mergedIntoId", l."id")`;

/** $1: users, $2: visitors. By kind, so that each is a look into the index, however many ids are known. */
const FIND_LINKED = `
  WITH named AS (
    SELECT 'user' AS "kind", i."value", i."leadId" FROM "Identity" i
    WHERE i."kind" = 'user' AND i."value" = ANY($1::text[])
    UNION ALL
    SELECT 'anonymous', i."value", i."leadId" FROM "Identity" i
    WHERE i."kind" = 'anonymous' AND i."value" = ANY($2::text[]))
  ${SURVIVORS}`;

const FIND_NAMED = `
  WITH named AS (
    SELECT 'email' AS "kind", l."emailKey" AS "value", l."id" AS "leadId" FROM "Lead" l
    WHERE l."emailKey" = ANY($1::text[])
    UNION ALL
    SELECT 'external', l."source" || E'\\n' || l."externalId", l."id"
    FROM unnest($2::text[], $3::text[]) AS k("source", "externalId") JOIN "Lead" l USING ("source", "externalId"))
  ${SURVIVORS}`;

/** Finds, in one or two queries, who stands behind the ids and addresses of messages. */
export async function findPeople(tx: SqlClient, messages: readonly Message[]): Promise<People> {
  const people = new People();
  await findLinked(tx, messages, people);
  await findNamed(tx, messages, people);
  return people;
}

async function findLinked(tx: SqlClient, messages: readonly Message[], people: People): Promise<void> {
  const visitors = new Set<string>();
  const users = new Set<string>();
  for (const { anonymousId, userId, previousId } of messages) {
    if (anonymousId !== null) visitors.add(anonymousId);
    if (userId !== null) users.add(userId);
    if (previousId === null) continue;
    visitors.add(previousId);
    users.add(previousId);
  }
  if (visitors.size + users.size === 0) return;
  keep(people, await querySql<Found>(tx, FIND_LINKED, [[...users], [...visitors]]));
}

/** Leads by address, and by external id for users whom nothing is linked to yet. */
async function findNamed(tx: SqlClient, messages: readonly Message[], people: People): Promise<void> {
  const emails = new Set<string>();
  const externals = new Map<string, [string, string]>();
  for (const { userId, previousId, email, source } of messages) {
    if (email !== null) emails.add(email);
    for (const id of [userId, previousId]) {
      if (id !== null && !people.get('user', id))
        externals.set(externalKey(source.name, id), [source.name, id]);
    }
  }
  if (emails.size + externals.size === 0) return;
  const [sources, ids] = [
    [...externals.values()].map(([source]) => source),
    [...externals.values()].map(([, id]) => id),
  ];
  keep(people, await querySql<Found>(tx, FIND_NAMED, [[...emails], sources, ids]));
}

function keep(people: People, rows: readonly Found[]): void {
  for (const { kind, value, leadId, companyId, emailKey } of rows)
    people.set(kind, value, { leadId, companyId, emailKey });
}
