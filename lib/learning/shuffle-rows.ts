/** Numbers from 0 up to 1 that look random and are the same for the same seed (mulberry32, T. Ettinger, public domain). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function shuffle(rows: number[], random: () => number): number[] {
  for (let last = rows.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [rows[last], rows[other]] = [rows[other] ?? 0, rows[last] ?? 0];
  }
  return rows;
}

/**
 * Deals rows out into parts at random, won and lost alike in each.
 *
 * @param outcomes 1 for won, 0 for lost.
 * @returns the part of every row, 0 to parts − 1.
 */
export function dealOut(outcomes: Uint8Array, parts: number, seed: number): Uint16Array {
  const random = createRandom(seed);
  const part = new Uint16Array(outcomes.length);
  let next = 0;
  for (const outcome of [1, 0]) {
    const rows = [...outcomes.keys()].filter((row) => outcomes[row] === outcome);
    for (const row of shuffle(rows, random)) {
      part[row] = next % parts;
      next += 1;
    }
  }
  return part;
}

/** Holds out a share of the rows at random, of the won and of the lost alike: 1 for every row held out. */
export function holdOut(outcomes: Uint8Array, share: number, seed: number): Uint8Array {
  const random = createRandom(seed);
  const held = new Uint8Array(outcomes.length);
  for (const outcome of [1, 0]) {
    const rows = [...outcomes.keys()].filter((row) => outcomes[row] === outcome);
    for (const row of shuffle(rows, random).slice(0, Math.round(rows.length * share))) held[row] = 1;
  }
  return held;
}

/** The places at which a list holds true, in order. */
export function rowsWhere(count: number, holds: (row: number) => boolean): Int32Array {
  return Int32Array.from(Array.from({ length: count }, (_, row) => row).filter(holds));
}
