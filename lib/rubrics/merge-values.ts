import { isSameJson } from './same-json';

/** One thing as it was, and as two people left it. */
export interface Three<T> {
  base: T;
  mine: T;
  theirs: T;
}

export type Side = 'mine' | 'theirs';

/** Something that both changed, and not in the same way. */
export interface MergeConflict {
  /** In words: "Requested a demo: points". */
  what: string;
  /** As each left it; undefined for what they removed. */
  mine: unknown;
  theirs: unknown;
}

interface Settle {
  /** Whose it is where both changed it. */
  prefer: Side;
  /** Gathers what both changed. */
  conflicts: MergeConflict[];
}

/** The same part of all three. */
export function three<T, U>({ base, mine, theirs }: Three<T>, part: (whole: T) => U): Three<U> {
  return { base: part(base), mine: part(mine), theirs: part(theirs) };
}

/** A value as whoever changed it left it. */
export function merge<T>({ base, mine, theirs }: Three<T>, what: string, { prefer, conflicts }: Settle): T {
  if (isSameJson(mine, base) || isSameJson(mine, theirs)) return theirs;
  if (isSameJson(theirs, base)) return mine;
  conflicts.push({ what, mine, theirs });
  return prefer === 'mine' ? mine : theirs;
}

/**
 * A list whose items have keys: what either added is in it, what either removed is not, unless the other changed it; what
 * both kept is merged. The order is mine where I changed it, else theirs.
 *
 * @param nameOf an item's key, and what to call it.
 */
export function mergeList<T>(
  lists: Three<readonly T[]>,
  nameOf: (item: T) => [key: string, what: string],
  mergeItem: (items: Three<T>, settle: Settle) => T,
  settle: Settle,
): T[] {
  const keyed = three(lists, (list) => new Map(list.map((item) => [nameOf(item)[0], item])));
  const order = mergeOrder(three(keyed, (map) => [...map.keys()]));
  return order.flatMap((key): T[] => {
    const base = keyed.base.get(key);
    const mine = keyed.mine.get(key);
    const theirs = keyed.theirs.get(key);
    if (base !== undefined && mine !== undefined && theirs !== undefined)
      return [mergeItem({ base, mine, theirs }, settle)];
    const present = mine ?? theirs;
    if (present === undefined) return [];
    const chosen = merge<T | undefined>({ base, mine, theirs }, nameOf(present)[1], settle);
    return chosen === undefined ? [] : [chosen];
  });
}

function mergeOrder({ base, mine, theirs }: Three<readonly string[]>): string[] {
  const common = (list: readonly string[]) =>
    list.filter((key) => base.includes(key) && mine.includes(key) && theirs.includes(key));
  const isMineMoved = !isSameJson(common(mine), common(base));
  const [first, second] = isMineMoved ? [mine, theirs] : [theirs, mine];
  const order = [...first];
  second.forEach((key, place) => {
    if (order.includes(key)) return;
    const before = second[place - 1];
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, key);
  });
  return order;
}
