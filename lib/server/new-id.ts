import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';

const BYTES_PER_ID = 16;
const pool = new Uint8Array(BYTES_PER_ID * 512);
const bits = new DataView(pool.buffer);
let used = pool.length;
let msecs = 0;
let seq = 0;

/**
 * A new id: a uuid v7. For rows that come by the thousand: what is random in it is drawn for many ids at once, as asking
 * the system for each costs more than all the rest of it. Ids of one process stand in the order in which they were made.
 */
export function newId(): string {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const now = Date.now();
  if (now > msecs) {
    msecs = now;
    // Half of the 32 bits: there is room to count on from there for as long as the millisecond lasts.
    seq = bits.getUint32(used) >>> 1;
  } else seq += 1;
  const random = pool.subarray(used, used + BYTES_PER_ID);
  used += BYTES_PER_ID;
  return v7({ random, msecs, seq });
}
