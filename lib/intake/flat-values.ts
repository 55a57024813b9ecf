import type { StoredAttributes } from './merge-attributes';

/**
 * A stored row's values by path: columns by name, attributes as `attributes.title` and `attributes.custom.plan`.
 * Everything is JSON (instants are ISO 8601 text), so that values can be stored and compared as text.
 */
export type FlatValues = Readonly<Record<string, unknown>>;

const ATTRIBUTES = 'attributes.';
const CUSTOM = 'attributes.custom.';

function isNested(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A row with its attributes as paths; what is null is left out. */
export function flattenValues(row: Readonly<Record<string, unknown>>): FlatValues {
  const flat: Record<string, unknown> = {};
  const put = (path: string, value: unknown) => {
    if (value !== null && value !== undefined)
      flat[path] = value instanceof Date ? value.toISOString() : value;
  };
  const { attributes, ...columns } = row;
  for (const [name, value] of Object.entries(columns)) put(name, value);
  const { custom, ...standard } = isNested(attributes) ? attributes : {};
  for (const [key, value] of Object.entries(standard)) put(ATTRIBUTES + key, value);
  for (const [key, value] of Object.entries(isNested(custom) ? custom : {})) put(CUSTOM + key, value);
  return flat;
}

/** The attributes among flat values, as they are stored. */
export function nestAttributes(flat: FlatValues): StoredAttributes {
  const attributes: Record<string, unknown> = {};
  const custom: Record<string, unknown> = {};
  for (const [path, value] of Object.entries(flat)) {
    if (value === null || value === undefined) continue;
    if (path.startsWith(CUSTOM)) custom[path.slice(CUSTOM.length)] = value;
    else if (path.startsWith(ATTRIBUTES)) attributes[path.slice(ATTRIBUTES.length)] = value;
  }
  return Object.keys(custom).length > 0 ? { ...attributes, custom } : attributes;
}

/** The key under which an attribute's changes are kept: `title`, `custom.plan`; null for every other column but the e-mail. */
export function attributeKey(path: string): string | null {
  if (path === 'email') return path;
  return path.startsWith(ATTRIBUTES) ? path.slice(ATTRIBUTES.length) : null;
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}

/** What differs between two states of a row; null where nothing was or is known. */
export function diffValues(before: FlatValues, after: FlatValues): { before: FlatValues; after: FlatValues } {
  const paths = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const changed = paths.filter((path) => !isSame(before[path], after[path]));
  const pick = (values: FlatValues) =>
    Object.fromEntries(changed.map((path) => [path, values[path] ?? null]));
  return { before: pick(before), after: pick(after) };
}

/**
 * Takes a change back: each value that is still as the change left it becomes what it was before; what was changed again
 * since stays.
 *
 * @returns the row's values then, and the paths that were put back.
 */
export function revertValues(
  current: FlatValues,
  before: FlatValues,
  after: FlatValues,
): { values: FlatValues; reverted: string[] } {
  const reverted = Object.keys(after).filter((path) => isSame(current[path], after[path]));
  const values = { ...current, ...Object.fromEntries(reverted.map((path) => [path, before[path] ?? null])) };
  return { values, reverted };
}
