import { createEmailReaders } from './email-fields';
import { toMilliseconds } from './instants';
import { readProperty } from './read-property';
import type { EventInput, LeadInput, Lists } from './types';

/** Reads one field; undefined or null when it is not there. */
export type FieldReader<T> = (target: T) => unknown;

/** The fields that are computed from the e-mail address, and the lead's own two. */
export const OWN_FIELDS = ['email', 'email.domain', 'email.kind', 'email.role', 'createdAt'] as const;

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

function readSteps(names: readonly string[]): (parent: unknown) => unknown {
  const [first, ...rest] = names;
  if (first === undefined) return (parent) => parent;
  const step = readProperty(first);
  if (rest.length === 0) return step;
  const next = readSteps(rest);
  return (parent) => next(step(parent));
}

function readCreatedAt(lead: LeadInput): unknown {
  if (typeof lead.createdAt === 'string') return lead.createdAt;
  const instant = toMilliseconds(lead.createdAt);
  return Number.isNaN(instant) ? undefined : new Date(instant).toISOString();
}

/**
 * How to read a lead's fields by their paths: its own, derived from its e-mail, its company's or an attribute.
 *
 * @param lists what `email.kind` and `email.role` are judged by.
 */
export function createLeadReader(lists: Lists): (path: string) => FieldReader<LeadInput> {
  const email = createEmailReaders(lists);
  return (path) => {
    switch (path) {
      case 'email':
        return (lead) => lead.email;
      case 'email.domain':
        return (lead) => email.domain(lead.email);
      case 'email.kind':
        return (lead) => email.kind(lead.email);
      case 'email.role':
        return (lead) => email.role(lead.email);
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
  };
}

/** How to read an event's property. */
export function readEventProperty(path: string): FieldReader<EventInput> {
  const read = readSteps(path.split('.'));
  return (event) => read(event.properties);
}
