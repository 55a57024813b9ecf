import { toMilliseconds } from './instants';
import type { EventInput, LeadInput, Lists } from './types';

/** Reads one field; undefined or null when it is not there. */
export type FieldReader<T> = (target: T) => unknown;

/** The fields that are computed from the e-mail address, and the lead's own two. */
export const OWN_FIELDS = ['email', 'email.domain', 'email.kind', 'email.role', 'createdAt'] as const;

/** What `email.kind` may be. */
export type EmailKind = 'business' | 'personal' | 'disposable';

const KINDS_REMEMBERED = 20_000;

/**
 * What is wrong with a field's path, in words; null when nothing is. A path is names parted by dots. Of a lead, `email`
 * has only its derived fields under it and `createdAt` none; every other name is an attribute's, or `company`'s.
 */
export function findPathFault(path: string, of: 'lead' | 'event'): string | null {
  const segments = path.split('.');
  if (segments.some((segment) => segment === '' || segment !== segment.trim())) {
    return 'must be names parted by dots, such as company.industry';
  }
  const root = segments[0];
  if (of === 'event' || (root !== 'email' && root !== 'createdAt')) return null;
  if (OWN_FIELDS.some((field) => field === path)) return null;
  const known = OWN_FIELDS.filter((field) => field.startsWith(root)).join(', ');
  return `is not a field: the ones under ${root} are ${known}`;
}

function readStep(name: string): (parent: unknown) => unknown {
  // A name such as "constructor" is found on every object: there only the object's own counts.
  const inherited = name in Object.prototype;
  return (parent) => {
    if (typeof parent !== 'object' || parent === null || Array.isArray(parent)) return undefined;
    if (inherited && !Object.hasOwn(parent, name)) return undefined;
    return (parent as Readonly<Record<string, unknown>>)[name];
  };
}

function readSteps(names: readonly string[]): (parent: unknown) => unknown {
  const [first, ...rest] = names;
  if (first === undefined) return (parent) => parent;
  const step = readStep(first);
  if (rest.length === 0) return step;
  const next = readSteps(rest);
  return (parent) => next(step(parent));
}

/** The part after the last @, lower case; undefined when there is none. */
function domainOf(email: string | null): string | undefined {
  if (typeof email !== 'string') return undefined;
  const at = email.lastIndexOf('@');
  const domain =
    at < 0
      ? ''
      : email
          .slice(at + 1)
          .trim()
          .toLowerCase();
  return domain === '' ? undefined : domain;
}

function localPartOf(email: string | null): string | undefined {
  if (typeof email !== 'string' || email.trim() === '') return undefined;
  const at = email.lastIndexOf('@');
  return (at < 0 ? email : email.slice(0, at)).trim().toLowerCase();
}

function isListed(domain: string, listed: ReadonlySet<string>): boolean {
  for (let rest = domain; ; rest = rest.slice(rest.indexOf('.') + 1)) {
    if (listed.has(rest)) return true;
    if (!rest.includes('.')) return false;
  }
}

function lowerCased(entries: readonly string[]): ReadonlySet<string> {
  return new Set(entries.map((entry) => entry.trim().toLowerCase()));
}

function readEmailKind(lists: Lists): FieldReader<LeadInput> {
  const personal = lowerCased(lists.personalDomains);
  const disposable = lowerCased(lists.disposableDomains);
  const remembered = new Map<string, EmailKind>();
  const judge = (domain: string): EmailKind => {
    // Lists of free-mail providers often hold disposable ones too.
    if (isListed(domain, disposable)) return 'disposable';
    return isListed(domain, personal) ? 'personal' : 'business';
  };
  return (lead) => {
    const domain = domainOf(lead.email);
    if (domain === undefined) return undefined;
    let kind = remembered.get(domain);
    if (kind === undefined) {
      kind = judge(domain);
      if (remembered.size >= KINDS_REMEMBERED) remembered.clear();
      remembered.set(domain, kind);
    }
    return kind;
  };
}

function readEmailRole(lists: Lists): FieldReader<LeadInput> {
  const roles = lowerCased(lists.roleNames);
  return (lead) => {
    const local = localPartOf(lead.email);
    return local === undefined ? undefined : roles.has(local);
  };
}

function readCreatedAt(lead: LeadInput): unknown {
  if (typeof lead.createdAt === 'string') return lead.createdAt;
  const instant = toMilliseconds(lead.createdAt);
  return Number.isNaN(instant) ? undefined : new Date(instant).toISOString();
}

/** How to read a lead's field: its own, derived from its e-mail, its company's or an attribute. */
export function readLeadField(path: string, lists: Lists): FieldReader<LeadInput> {
  switch (path) {
    case 'email':
      return (lead) => lead.email;
    case 'email.domain':
      return (lead) => domainOf(lead.email);
    case 'email.kind':
      return readEmailKind(lists);
    case 'email.role':
      return readEmailRole(lists);
    case 'createdAt':
      return readCreatedAt;
  }
  const names = path.split('.');
  if (names[0] === 'company') {
    const read = readSteps(names.slice(1));
    return (lead) => read(lead.company);
  }
  const read = readSteps(names);
  return (lead) => read(lead.attributes);
}

/** How to read an event's property. */
export function readEventProperty(path: string): FieldReader<EventInput> {
  const read = readSteps(path.split('.'));
  return (event) => read(event.properties);
}
