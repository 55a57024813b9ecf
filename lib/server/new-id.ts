import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';

const BYTES_PER_ID = 16;
const pool = new Uint8Array(BYTES_PER_ID * 512);
let used = pool.length;

/**
 * A new id: a uuid v7. For rows that come by the thousand: what is random in it is drawn for many ids at once, as asking
 * the system for each costs more than all the rest of it. Ids of one millisecond stand in no order.
 */
export function newId(): string {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const random = pool.subarray(used, used + BYTES_PER_ID);
  used += BYTES_PER_ID;
  return v7({ random });
}
