import { createCounter, takePoints } from './rate-limit';

/** How a key stands within its window. */
export interface Allowance {
  allowed: boolean;
  /** Requests that a key may make in a window. */
  limit: number;
  /** Requests left of them, as far as this process knows. */
  remaining: number;
  /** Seconds until the window ends, at least 1. */
  resetSeconds: number;
}

interface Lease {
  left: number;
  /** Requests that were left to be leased by anyone when this was leased. */
  beyond: number;
  endsAt: number;
}

export interface LeasedLimit {
  /** Requests a window; a multiple of `lease`. */
  points: number;
  seconds: number;
  /** Requests that a process takes at once. */
  lease: number;
}

/**
 * A limit that all processes share, counted in Postgres in leases: a process takes several requests out of a key's
 * window at once and spends them from memory, so that one request in `lease` costs a write. Together they never allow
 * more than `points`; what a process has leased and not spent when the window ends is lost.
 */
export function createLeasedRateLimit(name: string, { points, seconds, lease }: LeasedLimit) {
  const leases = new Map<string, Lease>();
  const pending = new Map<string, Promise<Lease>>();
  const open = createCounter(name, points, seconds);
  const take = async (key: string, now: number): Promise<Lease> => {
    const answer = await takePoints(open(), key, lease);
    const granted = answer.consumedPoints <= points;
    return {
      left: granted ? lease : 0,
      beyond: granted ? answer.remainingPoints : 0,
      endsAt: now + answer.msBeforeNext,
    };
  };
  /** Forgets what has ended, so that keys long gone take no memory. */
  const sweep = (now: number) => {
    if (leases.size < 1000) return;
    for (const [key, { endsAt }] of leases) if (endsAt <= now) leases.delete(key);
  };
  /** Takes a lease once, however many requests wait for it. */
  const renew = (key: string, now: number): Promise<Lease> => {
    const waited = pending.get(key);
    if (waited) return waited;
    sweep(now);
    const taken = take(key, now).finally(() => pending.delete(key));
    pending.set(key, taken);
    return taken;
  };
  return {
    /** Spends one request of a key. */
    async spend(key: string, now: number): Promise<Allowance> {
      let held = leases.get(key);
      while (!held || held.endsAt <= now || (held.left === 0 && held.beyond > 0)) {
        held = await renew(key, now);
        leases.set(key, held);
      }
      const allowed = held.left > 0;
      if (allowed) held.left -= 1;
      return {
        allowed,
        limit: points,
        remaining: held.left + held.beyond,
        resetSeconds: Math.max(1, Math.ceil((held.endsAt - now) / 1000)),
      };
    },
  };
}
