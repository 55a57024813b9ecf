import { createHash } from 'node:crypto';
import type {
  AttributePatch,
  CompanyRecord,
  DealRecord,
  EventRecord,
  LeadCompany,
  LeadDeal,
  LeadRecord,
  Outcome,
  Value,
} from '@/lib/intake/types';

type Values = ReadonlyMap<string, Value>;

/** What holds for every row of one import. */
export interface RecordContext {
  /** Source of rows that name none. */
  source: string;
  /** Whether somebody named that source. */
  sourceNamed: boolean;
  /** ISO 8601; what was created a day later than this or more is refused. */
  now: string;
}

/** A record, or the field at fault and why. */
export type Built<T> = { record: T } | { path: string | null; reason: string };

const DAY = 86_400_000;
/** Fields that are stored in columns of their own; every other one is an attribute. */
const OWN_COLUMNS = new Set(['email', 'externalId', 'source', 'name', 'createdAt', 'owner', 'domain']);

function text(values: Values, path: string): string | null {
  const value = values.get(path);
  return typeof value === 'string' ? value : null;
}

function outcome(value: string | null): Outcome | null {
  return value === 'won' || value === 'lost' || value === 'open' ? value : null;
}

function attributes(values: Values, prefix: string): AttributePatch {
  const patch: AttributePatch = {};
  for (const [path, value] of values) {
    if (!path.startsWith(prefix)) continue;
    const key = path.slice(prefix.length);
    const isOther = prefix === '' && (path.startsWith('company.') || path.startsWith('deal.'));
    if (!isOther && !OWN_COLUMNS.has(key)) patch[key] = value;
  }
  return patch;
}

function isFuture(instant: string | null, now: string): boolean {
  return instant !== null && Date.parse(instant) > Date.parse(now) + DAY;
}

/** Reads a company out of a row's values. */
export function buildCompany(values: Values, context: RecordContext): Built<CompanyRecord> {
  const [name, domain, externalId] = [
    text(values, 'name'),
    text(values, 'domain'),
    text(values, 'externalId'),
  ];
  if (!name && !domain) return { path: 'name', reason: 'A company needs a name or a domain' };
  const createdAt = text(values, 'createdAt');
  if (isFuture(createdAt, context.now)) return { path: 'createdAt', reason: 'Created in the future' };
  const ownSource = text(values, 'source');
  const source = ownSource ?? context.source;
  const sourceNamed = ownSource !== null || context.sourceNamed;
  return {
    record: { name, domain, externalId, source, sourceNamed, createdAt, attributes: attributes(values, '') },
  };
}

/** Reads a lead, its company and the outcome it carries out of a row's values. */
export function buildLead(values: Values, context: RecordContext): Built<LeadRecord> {
  const [email, externalId] = [text(values, 'email'), text(values, 'externalId')];
  if (!email && !externalId)
    return { path: 'email', reason: 'A lead needs an e-mail address or an external id' };
  const createdAt = text(values, 'createdAt');
  if (isFuture(createdAt, context.now)) return { path: 'createdAt', reason: 'Created in the future' };
  const ownSource = text(values, 'source');
  return {
    record: {
      email,
      externalId,
      source: ownSource ?? context.source,
      sourceNamed: ownSource !== null || context.sourceNamed,
      name: text(values, 'name'),
      createdAt,
      ownerEmail: text(values, 'owner')?.toLowerCase() ?? null,
      attributes: attributes(values, ''),
      company: buildLeadCompany(values),
      deal: buildLeadDeal(values),
    },
  };
}

function buildLeadCompany(values: Values): LeadCompany | null {
  const [name, domain] = [text(values, 'company.name'), text(values, 'company.domain')];
  if (!name && !domain) return null;
  return { name, domain, fillOnly: false, attributes: attributes(values, 'company.') };
}

function buildLeadDeal(values: Values): LeadDeal | null {
  const found = outcome(text(values, 'deal.outcome'));
  if (!found) return null;
  return {
    outcome: found,
    amount: text(values, 'deal.amount'),
    createdAt: text(values, 'deal.createdAt'),
    closedAt: found === 'open' ? null : text(values, 'deal.closedAt'),
  };
}

/** Reads an event out of a row's values. Without an id of its own it is known by its content, so that it counts once. */
export function buildEvent(values: Values, context: RecordContext): Built<EventRecord> {
  const [type, at, id] = [text(values, 'type'), text(values, 'at'), text(values, 'messageId')];
  if (!type) return { path: 'type', reason: 'An event needs a type' };
  if (!at) return { path: 'at', reason: 'An event needs the time at which it happened' };
  const [email, externalId] = [text(values, 'lead.email'), text(values, 'lead.externalId')];
  const companyDomain = text(values, 'company.domain');
  if (!email && !externalId && !companyDomain) {
    return {
      path: 'lead.email',
      reason: 'An event needs the e-mail or external id of a lead, or a company domain',
    };
  }
  const source = text(values, 'source') ?? context.source;
  const messageId = id ? `${source}:${id}` : `import:${hashValues(values)}`;
  const properties = nestProperties(values);
  return { record: { messageId, type, at, email, externalId, source, companyDomain, properties } };
}

function nestProperties(values: Values): Record<string, unknown> {
  const properties: Record<string, unknown> = {};
  for (const [path, value] of values) {
    if (!path.startsWith('properties.')) continue;
    const keys = path.slice('properties.'.length).split('.');
    const last = keys.pop() ?? path;
    let place = properties;
    for (const key of keys) {
      const next = place[key];
      const inner: Record<string, unknown> =
        next instanceof Object && !Array.isArray(next) ? { ...next } : {};
      place[key] = inner;
      place = inner;
    }
    place[last] = value;
  }
  return properties;
}

function hashValues(values: Values): string {
  const entries = [...values].filter(([path]) => path !== 'source').sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(entries)).digest('base64url');
}

/** Reads a deal out of a row's values. Without an id of its own it is known by its name, people and day of creation. */
export function buildDeal(values: Values, context: RecordContext): Built<DealRecord> {
  const [email, leadExternalId] = [text(values, 'lead.email'), text(values, 'lead.externalId')];
  const [companyDomain, stage] = [text(values, 'company.domain'), text(values, 'stage')];
  if (!email && !leadExternalId && !companyDomain) {
    return {
      path: 'lead.email',
      reason: 'A deal needs the e-mail or external id of a lead, or a company domain',
    };
  }
  const found = outcome(text(values, 'outcome')) ?? (stage ? outcomeOfStage(stage) : null);
  return {
    record: {
      externalId: text(values, 'externalId') ?? hashDeal(values),
      source: text(values, 'source') ?? context.source,
      name: text(values, 'name'),
      stage,
      outcome: found,
      amount: text(values, 'amount'),
      currency: text(values, 'currency'),
      createdAt: text(values, 'createdAt'),
      // Of an open deal it is a hope, not a fact.
      closedAt: found === 'won' || found === 'lost' ? text(values, 'closedAt') : null,
      lostReason: text(values, 'lostReason'),
      ownerEmail: text(values, 'owner')?.toLowerCase() ?? null,
      email,
      leadExternalId,
      companyDomain,
    },
  };
}

function hashDeal(values: Values): string {
  const paths = ['name', 'lead.email', 'lead.externalId', 'company.domain', 'createdAt'];
  return hashValues(new Map(paths.map((path) => [path, values.get(path) ?? ''])));
}

/** What a stage's name says of the outcome: "Closed Won" is won. */
export function outcomeOfStage(stage: string): Outcome {
  const words = stage
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim()
    .split(' ');
  if (words.includes('won') || words.includes('closedwon')) return 'won';
  return words.includes('lost') || words.includes('closedlost') ? 'lost' : 'open';
}
