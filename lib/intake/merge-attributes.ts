import type { AttributePatch } from './types';

/** Attributes as they are stored: standard ones by key, the user's own nested in `custom`. */
export type StoredAttributes = Readonly<Record<string, unknown>>;

/** A value that was known and is another one now. */
export interface ValueChange {
  key: string;
  before: unknown;
  after: unknown;
}

export interface MergedAttributes {
  attributes: StoredAttributes;
  /** Whether anything is other than it was, values that became known included. */
  changed: boolean;
  changes: ValueChange[];
}

const CUSTOM = 'custom.';

function isNested(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The stored value of a key such as `title` or `custom.plan`; undefined when it is not known. */
export function readAttribute(stored: StoredAttributes, key: string): unknown {
  const custom = stored.custom;
  const value = key.startsWith(CUSTOM)
    ? isNested(custom)
      ? custom[key.slice(CUSTOM.length)]
      : undefined
    : stored[key];
  return value ?? undefined;
}

/**
 * Puts values into stored attributes, and takes away what the patch has as null. What it does not name stays.
 *
 * @param fillOnly keep what is known, and only add what is not.
 */
export function mergeAttributes(
  stored: StoredAttributes,
  patch: AttributePatch,
  fillOnly = false,
): MergedAttributes {
  const changes: ValueChange[] = [];
  const attributes: Record<string, unknown> = { ...stored };
  const custom: Record<string, unknown> = isNested(stored.custom) ? { ...stored.custom } : {};
  let changed = false;
  for (const [key, after] of Object.entries(patch)) {
    const before = readAttribute(stored, key);
    if (before === undefined && after === null) continue;
    if (before !== undefined && (fillOnly || JSON.stringify(before) === JSON.stringify(after))) continue;
    changed = true;
    if (before !== undefined) changes.push({ key, before, after });
    const [place, name] = key.startsWith(CUSTOM) ? [custom, key.slice(CUSTOM.length)] : [attributes, key];
    if (after === null) delete place[name];
    else place[name] = after;
  }
  if (Object.keys(custom).length > 0) attributes.custom = custom;
  else delete attributes.custom;
  return changed ? { attributes, changed, changes } : { attributes: stored, changed, changes };
}
