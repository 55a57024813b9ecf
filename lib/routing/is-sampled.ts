import { createHash } from 'node:crypto';

/**
 * Whether a lead is among the share that is routed unmarked: by its id and a secret salt, so that it cannot be chosen,
 * and stays as it is however often it is asked.
 *
 * @param percent 0 to 100. A lead that is in a share is in every greater one.
 */
export function isSampled(leadId: string, salt: string, percent: number): boolean {
  if (percent <= 0) return false;
  const hash = createHash('sha256').update(`${salt} ${leadId}`).digest();
  return hash.readUInt32BE(0) / 2 ** 32 < percent / 100;
}
