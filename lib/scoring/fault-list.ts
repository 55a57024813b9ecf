import type { Issue } from './types';

/** A JSON object whose fields have yet to be read. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Reads parts of a JSON document that ought to have a certain shape, and notes where they have not. */
export class FaultList {
  readonly issues: Issue[] = [];

  add(path: string, message: string): void {
    this.issues.push({ path, message });
  }

  /** The value as an object with no other keys than these; null, and a fault, when it is none. */
  readObject(value: unknown, path: string, keys: readonly string[]): JsonObject | null {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      this.add(path, value === undefined ? 'is missing' : 'must be an object');
      return null;
    }
    for (const key of Object.keys(value)) {
      if (!keys.includes(key)) {
        this.add(joinPath(path, key), `is unknown to the format; known here: ${keys.join(', ')}`);
      }
    }
    return Object.fromEntries(Object.entries(value));
  }

  readList(value: unknown, path: string): readonly unknown[] {
    if (Array.isArray(value)) return value;
    this.add(path, value === undefined ? 'is missing' : 'must be a list');
    return [];
  }

  /** Text that is not blank. */
  readText(value: unknown, path: string): string {
    if (typeof value === 'string' && value.trim() !== '') return value;
    if (value === undefined) this.add(path, 'is missing');
    else this.add(path, typeof value === 'string' ? 'must not be empty' : 'must be text');
    return '';
  }

  readNumber(value: unknown, path: string): number {
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    this.add(path, value === undefined ? 'is missing' : 'must be a finite number');
    return Number.NaN;
  }

  readPositive(value: unknown, path: string): number {
    const number = this.readNumber(value, path);
    if (number <= 0) this.add(path, `must be more than 0, not ${number}`);
    return number;
  }

  readCount(value: unknown, path: string): number {
    const number = this.readNumber(value, path);
    if (!Number.isNaN(number) && (number < 1 || !Number.isInteger(number))) {
      this.add(path, `must be a whole number of at least 1, not ${number}`);
    }
    return number;
  }

  /** One of a few names. */
  readChoice<T extends string>(value: unknown, path: string, choices: readonly T[]): T | null {
    const chosen = choices.find((choice) => choice === value);
    if (chosen !== undefined) return chosen;
    const found = value === undefined ? 'is missing' : `is unknown: ${JSON.stringify(value)}`;
    this.add(path, `${found}; it must be ${choices.join(', ')}`);
    return null;
  }
}

/** The path of a part: `a.b` for a name, `a[0]` for a place in a list. */
export function joinPath(path: string, part: string | number): string {
  if (typeof part === 'number') return `${path}[${part}]`;
  return path === '' ? part : `${path}.${part}`;
}
