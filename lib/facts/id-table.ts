const WORDS_PER_ID = 4;

/** Slots per id: with half of them empty, hardly any search goes further than the next. */
const SLOTS_PER_ID = 2;

/** What an {@link IdTable} holds, in memory that threads share. */
export interface IdColumns {
  /** Four words an id. */
  words: Int32Array;
  /** Rows counted from 1, at the places that their ids hash to; 0 where there is none. */
  slots: Int32Array;
}

const HYPHEN = '-'.charCodeAt(0);

/** What hexadecimal digits are worth, by their character codes. */
const HEX = new Uint8Array(128);
for (let value = 0; value < 16; value += 1) {
  const digit = value.toString(16);
  HEX[digit.charCodeAt(0)] = value;
  HEX[digit.toUpperCase().charCodeAt(0)] = value;
}

/** Memory that threads share. */
export function shareInts(length: number): Int32Array {
  return new Int32Array(new SharedArrayBuffer(length * Int32Array.BYTES_PER_ELEMENT));
}

/** The rows of uuids: looked up by a few comparisons, in twenty-four bytes an id however many there are. */
export class IdTable {
  private readonly mask: number;
  private readonly sought = new Int32Array(WORDS_PER_ID);

  constructor(readonly columns: IdColumns) {
    this.mask = columns.slots.length - 1;
  }

  /** A table with room for so many ids. */
  static create(most: number): IdTable {
    const slots = 2 ** Math.ceil(Math.log2(Math.max(2, most * SLOTS_PER_ID)));
    return new IdTable({ words: shareInts(most * WORDS_PER_ID), slots: shareInts(slots) });
  }

  /** How many rows it has room for. */
  get length(): number {
    return this.columns.words.length / WORDS_PER_ID;
  }

  /** Notes that an id, as text, is that of a row. */
  add(id: string, row: number): void {
    this.seekText(id);
    this.columns.words.set(this.sought, row * WORDS_PER_ID);
    this.columns.slots[this.findSlot()] = row + 1;
  }

  /** The row of an id in text; −1 when it is not there. */
  findText(id: string): number {
    this.seekText(id);
    return (this.columns.slots[this.findSlot()] ?? 0) - 1;
  }

  /** The row of an id in sixteen bytes; −1 when it is not there. */
  findBytes(view: DataView, offset: number): number {
    for (let i = 0; i < WORDS_PER_ID; i += 1) this.sought[i] = view.getInt32(offset + i * 4);
    return (this.columns.slots[this.findSlot()] ?? 0) - 1;
  }

  private seekText(id: string): void {
    let digits = 0;
    for (let i = 0; i < id.length; i += 1) {
      const code = id.charCodeAt(i);
      if (code === HYPHEN) continue;
      const word = digits >> 3;
      this.sought[word] = ((this.sought[word] ?? 0) << 4) | (HEX[code] ?? 0);
      digits += 1;
    }
  }

  /** The slot of the id that is sought, or the empty one where it belongs. */
  private findSlot(): number {
    const { mask, sought, columns } = this;
    // The end of a uuid v7 is chance already.
    let slot = (sought[3] ?? 0) & mask;
    for (;;) {
      const row = (columns.slots[slot] ?? 0) - 1;
      if (row < 0 || this.isAt(row)) return slot;
      slot = (slot + 1) & mask;
    }
  }

  private isAt(row: number): boolean {
    const { sought, columns } = this;
    for (let i = 0; i < WORDS_PER_ID; i += 1) {
      if (columns.words[row * WORDS_PER_ID + i] !== sought[i]) return false;
    }
    return true;
  }
}
