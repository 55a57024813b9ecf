/** Reads one property of whatever is given; undefined when it has none. */
export type PropertyReader = (parent: unknown) => unknown;

type Properties = Readonly<Record<string, unknown>>;

function asRecord(parent: unknown): Properties | undefined {
  return typeof parent === 'object' && parent !== null ? (parent as Properties) : undefined;
}

/**
 * The same reader written out many times, on purpose. A JavaScript engine learns for each place in the source what kind
 * of object is read there and by what name; a place that serves one name only reads about three times as fast as one
 * that serves all of them. Generated code would do the same, but strict content policies forbid it.
 */
const SITES: readonly ((name: string) => PropertyReader)[] = [
  (name) => (parent) => asRecord(parent)?.[name],
  (name) => (parent) => asRecord(parent)?.[name],
  (name) => (parent) => asRecord(parent)?.[name],
  (name) => (parent) => asRecord(parent)?.[name],
  (name) => (parent) => asRecord(parent)?.[name],
  (name) => (parent) => asRecord(parent)?.[name],
  (name) => (parent) => asRecord(parent)?.[name],
  (name) => (parent) => asRecord(parent)?.[name],
  (name) => (parent) => asRecord(parent)?.[name],
  (name) => (parent) => asRecord(parent)?.[name],
  (name) => (parent) => asRecord(parent)?.[name],
  (name) => (parent) => asRecord(parent)?.[name],
  (name) => (parent) => asRecord(parent)?.[name],
  (name) => (parent) => asRecord(parent)?.[name],
  (name) => (parent) => asRecord(parent)?.[name],
  (name) => (parent) => asRecord(parent)?.[name],
  (name) => (parent) => asRecord(parent)?.[name],
  (name) => (parent) => asRecord(parent)?.[name],
  (name) => (parent) => asRecord(parent)?.[name],
  (name) => (parent) => asRecord(parent)?.[name],
  (name) => (parent) => asRecord(parent)?.[name],
  (name) => (parent) => asRecord(parent)?.[name],
  (name) => (parent) => asRecord(parent)?.[name],
  (name) => (parent) => asRecord(parent)?.[name],
];

/** Which site serves a name. When there are more names than sites, the last site serves the rest. */
const siteOfName = new Map<string, number>();

function findSite(name: string): number {
  const found = siteOfName.get(name);
  if (found !== undefined) return found;
  const site = Math.min(siteOfName.size, SITES.length - 1);
  if (siteOfName.size < SITES.length) siteOfName.set(name, site);
  return site;
}

/** Whether objects or lists have a property of this name without being given one, such as "constructor" or "length". */
function isInherited(name: string): boolean {
  return name in Object.prototype || name in Array.prototype || /^\d+$/.test(name);
}

function readOwnProperty(name: string): PropertyReader {
  return (parent) => {
    if (Array.isArray(parent)) return undefined;
    const record = asRecord(parent);
    return record && Object.hasOwn(record, name) ? record[name] : undefined;
  };
}

/** How to read a property of this name. Lists and texts have none. */
export function readProperty(name: string): PropertyReader {
  if (isInherited(name)) return readOwnProperty(name);
  return SITES[findSite(name)]?.(name) ?? readOwnProperty(name);
}
