import type { BatchContext } from '@/lib/intake/mutations/batch';
import { writeLeads } from '@/lib/intake/mutations/write-leads';
import type { LeadRecord } from '@/lib/intake/types';
import { absorbLeads, findParted, type Absorbed } from '@/lib/leads/mutations/absorb-leads';
import { querySql, type SqlClient } from '@/lib/server/sql';
import { findAddressFault, toRejected } from '../read-message';
import { buildLeadCompany, buildPatch, readPersonTraits, type Traits } from '../read-traits';
import type { Message, MessageFault, Rejected } from '../types';
import { defineTraits } from './define-traits';
import type { People, Person } from './find-people';

/** Whose scores are touched, and what could not be done. */
export interface Written {
  leadIds: Set<string>;
  companyIds: Set<string>;
  rejected: Rejected[];
}

/** A message that says who someone is, and the lead that it is about where there is one. */
interface Telling {
  message: Message;
  leadId: string | null;
  email: string | null;
  traits: Traits | null;
}

interface Plan {
  tellings: Telling[];
  absorbed: Absorbed[];
  rejected: Rejected[];
  /** Leads without an address, with those that a person parted them from. */
  parted: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * Writes what messages say of who people are: leads are made and completed, ids are linked to them, and leads of whom
 * only ids were known are merged into those that they turn out to be.
 */
export async function writePeople(
  context: BatchContext,
  messages: readonly Message[],
  people: People,
): Promise<Written> {
  const isTold = messages.some(({ kind }) => kind === 'identify' || kind === 'alias');
  const parted = await findParted(context.tx, isTold ? people.nameless : []);
  const plan = planPeople(messages, people, parted);
  const written: Written = { leadIds: new Set(), companyIds: new Set(), rejected: plan.rejected };
  await absorbLeads(context.tx, plan.absorbed, context.now);
  for (const { intoId } of plan.absorbed) written.leadIds.add(intoId);
  if (plan.tellings.length > 0) await writeTellings(context, plan.tellings, people, written);
  for (const message of messages) linkIds(message, people, written);
  return written;
}

/** Decides, before anything is written, which messages make or change a lead, and which leads become one. */
function planPeople(messages: readonly Message[], people: People, parted: Plan['parted']): Plan {
  const plan: Plan = { tellings: [], absorbed: [], rejected: [], parted };
  const emailOf = new Map<string, string>();
  for (const { userId, email } of messages) if (userId && email) emailOf.set(userId, email);
  const told = new Set<string>();
  for (const message of messages) {
    const { kind, userId, previousId, source } = message;
    const email = message.email ?? (userId ? (emailOf.get(userId) ?? null) : null);
    const user = people.ofUser(userId, source.name);
    const addressee = people.get('email', email);
    const before = kind === 'alias' ? people.ofUser(previousId, source.name) : undefined;
    if (before && user) joinAliases(plan, message, people, before, user);
    const isOneOfTwo = user && addressee && user.leadId !== addressee.leadId;
    if (isOneOfTwo && kind !== 'identify') continue;
    if (isOneOfTwo && !mayAbsorb(plan, user, addressee)) {
      const owner = user.emailKey ?? 'parted from the other by a person';
      const reason = `The user id belongs to one lead (${owner}), the e-mail address to another (${email ?? ''})`;
      plan.rejected.push(toRejected(message.raw, { reason, path: 'userId' }, source.id));
      continue;
    }
    const address = kind === 'identify' ? findAddressFault(message.traits, message.email) : null;
    if (address) plan.rejected.push(toRejected(message.raw, address, source.id));
    if (isOneOfTwo) absorb(plan, message, people, user, addressee);
    const telling = planTelling(message, { user: isOneOfTwo ? addressee : user, addressee, email, people });
    if (!telling) continue;
    // Of a person who is only named it is enough to be told once.
    const key = `${userId ?? ''}\n${email ?? ''}\n${source.id}`;
    if (telling.traits || !told.has(key)) plan.tellings.push(telling);
    told.add(key);
  }
  return plan;
}

interface Known {
  user: Person | undefined;
  addressee: Person | undefined;
  email: string | null;
  people: People;
}

function planTelling(message: Message, { user, addressee, email, people }: Known): Telling | null {
  const { kind, userId, anonymousId, previousId, traits, source } = message;
  const lead = user ?? addressee;
  if (kind === 'identify') {
    const visitor = userId || email ? undefined : people.get('anonymous', anonymousId);
    if (!userId && !email && !visitor) return null;
    return { message, leadId: (lead ?? visitor)?.leadId ?? null, email, traits: readPersonTraits(traits) };
  }
  if (kind === 'alias' && !user && people.ofUser(previousId, source.name)) return null;
  if ((userId && !user) || (!userId && email && !addressee))
    return { message, leadId: lead?.leadId ?? null, email, traits: null };
  return null;
}

/** Two leads of one person become one where of either nothing but ids is known. */
function joinAliases(plan: Plan, message: Message, people: People, before: Person, user: Person): void {
  if (before.leadId === user.leadId) return;
  if (mayAbsorb(plan, before, user)) absorb(plan, message, people, before, user);
  else if (mayAbsorb(plan, user, before)) absorb(plan, message, people, user, before);
}

/** A lead with an address is merged by people alone, and so is one that a person parted from the other. */
function mayAbsorb({ parted }: Plan, from: Person, into: Person): boolean {
  return from.emailKey === null && !parted.get(from.leadId)?.has(into.leadId);
}

function absorb(plan: Plan, { source }: Message, people: People, from: Person, into: Person): void {
  for (const pair of plan.absorbed) if (pair.intoId === from.leadId) pair.intoId = into.leadId;
  plan.absorbed.push({ fromId: from.leadId, intoId: into.leadId, by: `source “${source.name}”` });
  people.redirect(from, into);
}

async function writeTellings(
  context: BatchContext,
  tellings: readonly Telling[],
  people: People,
  written: Written,
): Promise<void> {
  const own = tellings.flatMap(({ traits }) => [
    ...(traits?.own ?? []).map((trait) => ({ entity: 'lead' as const, trait })),
    ...(traits?.company?.own ?? []).map((trait) => ({ entity: 'company' as const, trait })),
  ]);
  const typeOf = await defineTraits(context.tx, own);
  const records = tellings.map((telling): LeadRecord => {
    const { message, traits, email, leadId } = telling;
    const person = buildPatch(traits?.own ?? [], (path) => typeOf('lead', path));
    const company = buildPatch(traits?.company?.own ?? [], (path) => typeOf('company', path));
    for (const fault of [...person.faults, ...company.faults]) reject(written, message, fault);
    return {
      leadId,
      email,
      externalId: message.userId,
      source: message.source.name,
      sourceNamed: true,
      name: traits?.name ?? null,
      createdAt: notAfter(traits?.createdAt ?? message.at, context.now),
      ownerEmail: null,
      attributes: person.patch,
      company: buildLeadCompany(traits?.company ?? null, company.patch),
      deal: null,
    };
  });
  const result = await writeLeads(context, records);
  for (const id of result.leadIds) written.leadIds.add(id);
  for (const id of result.companyIds) written.companyIds.add(id);
  const leads = await readLeads(context.tx, result.ids ?? []);
  tellings.forEach(({ message, email }, index) => {
    const outcome = result.outcomes[index];
    if (typeof outcome === 'object') reject(written, message, outcome);
    const lead = leads.get(result.ids?.[index] ?? '');
    if (!lead) return;
    people.update(lead);
    people.link('user', message.userId, lead, true);
    if (email) people.set('email', email, lead);
  });
}

function reject(written: Written, { raw, source }: Message, { reason, path }: MessageFault): void {
  written.rejected.push(toRejected(raw, { reason, path }, source.id));
}

/** When a person became known: not in the future. */
function notAfter(instant: string, now: Date): string {
  return Date.parse(instant) < now.getTime() ? instant : now.toISOString();
}

async function readLeads(tx: SqlClient, ids: readonly (string | null)[]): Promise<Map<string, Person>> {
  const rows = await querySql<Person & { [column: string]: unknown }>(
    tx,
    'SELECT "id" AS "leadId", "companyId", "emailKey" FROM "Lead" WHERE "id" = ANY($1::uuid[])',
    [ids.filter((id) => id !== null)],
  );
  return new Map(rows.map((row) => [row.leadId, row]));
}

/** Links the ids of a message to the lead that it tells of. What a visitor did counts for whom it was first known as, until someone identifies otherwise. */
function linkIds(message: Message, people: People, written: Written): void {
  const { kind, userId, anonymousId, previousId, email, source } = message;
  const before = kind === 'alias' ? people.ofUser(previousId, source.name) : undefined;
  const lead = people.ofUser(userId, source.name) ?? people.get('email', email) ?? before;
  if (!lead) return;
  people.link('user', userId, lead, false);
  people.link('anonymous', anonymousId, lead, kind === 'identify');
  if (kind !== 'alias' || previousId === null) return;
  people.link('anonymous', previousId, lead, false);
  people.link('user', previousId, lead, false);
  if (before && before.leadId !== lead.leadId) {
    const reason = `The user ids belong to two leads (${before.emailKey ?? 'without an address'} and ${lead.emailKey ?? 'without an address'}): merge them where you see them`;
    reject(written, message, { reason, path: 'previousId' });
  }
}
