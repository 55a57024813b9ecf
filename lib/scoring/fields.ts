import { createEmailReaders } from './email-fields';
import { toMilliseconds } from './instants';
import { readProperty } from './read-property';
import type { EventInput, LeadInput, Lists } from './types';

/** The part of a target that a field is in, by its place, and how it is read from that part. */
export interface FieldPlace {
  part: number;
  /** Undefined or null when the field is not there. */
  read: (part: unknown) => unknown;
}

/** Where the fields of a target are read from. */
export interface FieldSource<T> {
  /** Puts the parts of a target into a list, once for all its fields. */
  split: (target: T, parts: unknown[]) => void;
  find: (path: string) => FieldPlace;
}

/** How to read one field from a whole target. */
export function createFieldReader<T>(source: FieldSource<T>, path: string): (target: T) => unknown {
  const { part, read } = source.find(path);
  const parts: unknown[] = [];
  return (target) => {
    source.split(target, parts);
    return read(parts[part]);
  };
}

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

function readCreatedAt(createdAt: unknown): unknown {
  if (typeof createdAt !== 'number') return createdAt;
  const instant = toMilliseconds(createdAt);
  return Number.isNaN(instant) ? undefined : new Date(instant).toISOString();
}

const ATTRIBUTES = 0;
const COMPANY = 1;
const EMAIL = 2;
const CREATED_AT = 3;

/**
 * A lead's fields: its own, those derived from its e-mail, its company's and its attributes.
 *
 * @param lists what `email.kind` and `email.role` are judged by.
 */
export function createLeadFields(lists: Lists): FieldSource<LeadInput> {
  const email = createEmailReaders(lists);
  const find = (path: string): FieldPlace => {
    switch (path) {
      case 'email':
        return { part: EMAIL, read: (address) => address };
      case 'email.domain':
        return { part: EMAIL, read: email.domain };
      case 'email.kind':
        return { part: EMAIL, read: email.kind };
      case 'email.role':
        return { part: EMAIL, read: email.role };
      case 'createdAt':
        return { part: CREATED_AT, read: readCreatedAt };
    }
    const [root, ...rest] = path.split('.');
    return root === 'company'
      ? { part: COMPANY, read: readSteps(rest) }
      : { part: ATTRIBUTES, read: readSteps(path.split('.')) };
  };
  const split = (lead: LeadInput, parts: unknown[]) => {
    parts[ATTRIBUTES] = lead.attributes;
    parts[COMPANY] = lead.company;
    parts[EMAIL] = lead.email;
    parts[CREATED_AT] = lead.createdAt;
  };
  return { split, find };
}

/** An event's fields are its properties. */
export const EVENT_FIELDS: FieldSource<EventInput> = {
  split: (event, parts) => {
    parts[0] = event.properties;
  },
  find: (path) => ({ part: 0, read: readSteps(path.split('.')) }),
};
