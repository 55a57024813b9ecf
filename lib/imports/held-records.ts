import { MAX_HELD } from './constants';
import type { RepeatedKeys } from './repeated-keys';

/** One person, company or deal, and every row of the file that told of it. */
export interface Group<T> {
  record: T;
  rows: number[];
}

/** Two rows that cannot be of one thing, and why. */
export interface Contradiction {
  contradiction: string;
}

function isContradiction(merged: object): merged is Contradiction {
  return 'contradiction' in merged;
}

interface Held<T> extends Group<T> {
  keys: Set<string>;
}

/**
 * Keeps the records of a thing that occurs more than once in a file until its last row, and makes one of them. So a
 * later row completes and corrects an earlier one, and the same file imported again finds nothing to change.
 */
export class HeldRecords<T extends object> {
  private readonly byKey = new Map<string, Held<T>>();

  /** @param merge makes one record of an earlier and a later one, or says why they contradict each other. */
  constructor(
    private readonly repeated: RepeatedKeys,
    private readonly merge: (earlier: T, later: T) => T | Contradiction,
    private readonly limit = MAX_HELD,
  ) {}

  /**
   * Takes a row's record.
   *
   * @returns the whole group once its last row is there; null while more is to come; a contradiction when the row
   *   cannot belong to the group its keys name (which then goes on without it).
   */
  take(row: number, keys: readonly string[], record: T): Group<T> | Contradiction | null {
    const last = Math.max(...keys.map((key) => this.repeated.lastRow(key) ?? row));
    const before = this.findHeld(keys);
    const merged = before ? this.merge(before.record, record) : record;
    if (isContradiction(merged)) return merged;
    const group: Held<T> = {
      record: merged,
      rows: [...(before?.rows ?? []), row],
      keys: new Set([...(before?.keys ?? []), ...keys]),
    };
    if (last <= row || (!before && this.byKey.size >= this.limit)) {
      this.release(group);
      return group;
    }
    for (const key of group.keys) this.byKey.set(key, group);
    return null;
  }

  /** The groups whose last row never came, because it was rejected. */
  flush(): Group<T>[] {
    const groups = [...new Set(this.byKey.values())];
    this.byKey.clear();
    return groups;
  }

  private findHeld(keys: readonly string[]): Held<T> | undefined {
    for (const key of keys) {
      const held = this.byKey.get(key);
      if (held) return held;
    }
    return undefined;
  }

  private release(group: Held<T>): void {
    for (const key of group.keys) this.byKey.delete(key);
  }
}
