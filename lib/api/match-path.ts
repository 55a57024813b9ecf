/** A path of the API with the values found in its places. */
export interface PathMatch<T> {
  entry: T;
  values: Record<string, string>;
}

/**
 * Finds the entries whose path fits, all of the same path: where `/leads/batch` and `/leads/{id}` both fit, the one
 * without a place for a value goes first.
 *
 * @param path what stands behind `/api/v1`, as it came: `/leads/by-email/ann%40acme.example`.
 */
export function matchPath<T extends { path: string }>(entries: readonly T[], path: string): PathMatch<T>[] {
  const parts = decodeParts(path);
  if (!parts) return [];
  const fitting = entries.flatMap((entry) => {
    const values = readValues(entry.path.split('/').slice(1), parts);
    return values ? [{ entry, values }] : [];
  });
  const [first] = fitting.sort((a, b) => Object.keys(a.values).length - Object.keys(b.values).length);
  return fitting.filter(({ entry }) => entry.path === first?.entry.path);
}

function decodeParts(path: string): string[] | null {
  try {
    return path.split('/').slice(1).map(decodeURIComponent);
  } catch {
    return null;
  }
}

function readValues(pattern: readonly string[], parts: readonly string[]): Record<string, string> | null {
  if (pattern.length !== parts.length) return null;
  const values: Record<string, string> = {};
  for (const [index, piece] of pattern.entries()) {
    const part = parts[index] ?? '';
    const place = /^\{(\w+)\}$/u.exec(piece)?.[1];
    if (place === undefined ? piece !== part : part === '') return null;
    if (place !== undefined) values[place] = part;
  }
  return values;
}
