/** 64 million bits: with a million keys, one key in 100,000 is taken for a repeated one, which costs a little memory. */
const BITS = 2 ** 26;
const PROBES = 4;

/** Two independent 32-bit hashes of a text (multiply and shift, mixed at the end). */
function hash(text: string): [number, number] {
  let first = 0xdeadbeef;
  let second = 0x41c6ce57;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    first = Math.imul(first ^ code, 2654435761);
    second = Math.imul(second ^ code, 1597334677);
  }
  first = Math.imul(first ^ (first >>> 16), 2246822507) ^ Math.imul(second ^ (second >>> 13), 3266489909);
  second = Math.imul(second ^ (second >>> 16), 2246822507) ^ Math.imul(first ^ (first >>> 13), 3266489909);
  return [first >>> 0, second >>> 0];
}

/**
 * Knows which keys of a file occur more than once, and in which row last. Keys that occur once take no memory beyond a
 * bit field of fixed size, so that a file of any length can be looked through.
 */
export class RepeatedKeys {
  private readonly seen = new Uint8Array(BITS / 8);
  private readonly last = new Map<string, number>();

  /** Notes that a row has a key. Rows must come in order. */
  note(key: string, row: number): void {
    const [first, second] = hash(key);
    let known = true;
    for (let probe = 0; probe < PROBES; probe++) {
      const bit = (first + probe * second) % BITS;
      const mask = 1 << (bit & 7);
      if (((this.seen[bit >>> 3] ?? 0) & mask) === 0) {
        known = false;
        this.seen[bit >>> 3] = (this.seen[bit >>> 3] ?? 0) | mask;
      }
    }
    if (known) this.last.set(key, row);
  }

  /** The last row of a key that occurs more than once; undefined for one that occurs once. */
  lastRow(key: string): number | undefined {
    return this.last.get(key);
  }
}
