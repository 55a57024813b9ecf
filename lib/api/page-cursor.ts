/** Writes a place in a list as an opaque cursor, bound to the list it was read from. */
export function sealCursor(list: string, place: string): string {
  return Buffer.from(`${list}:${place}`, 'utf8').toString('base64url');
}

/** Reads what sealCursor wrote for the same list; undefined for anything else. */
export function openCursor(list: string, cursor: string): string | undefined {
  const text = Buffer.from(cursor, 'base64url').toString('utf8');
  return text.startsWith(`${list}:`) ? text.slice(list.length + 1) : undefined;
}
