import { RateLimiterPostgres, RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible';
import { getPool } from './db';
import { AppError } from './errors';

/** What a limiter answers to points being taken out of a key's window, whether there were so many left or not. */
export async function takePoints(
  limiter: RateLimiterAbstract,
  key: string,
  points: number,
): Promise<RateLimiterRes> {
  try {
    return await limiter.consume(key, points);
  } catch (rejection) {
    if (rejection instanceof RateLimiterRes) return rejection;
    throw rejection;
  }
}

/** Refuses what goes beyond a limit, with the seconds to wait. */
export function refuseBeyond(
  { consumedPoints, msBeforeNext }: RateLimiterRes,
  points: number,
  tell: (seconds: number) => string,
): void {
  if (consumedPoints <= points) return;
  const seconds = Math.max(1, Math.ceil(msBeforeNext / 1000));
  throw new AppError('rate_limited', tell(seconds), [], seconds);
}

/** A count per key and window that all processes share, kept in Postgres; opened on first use. */
export function createCounter(name: string, points: number, seconds: number): () => RateLimiterPostgres {
  let limiter: RateLimiterPostgres | undefined;
  return () =>
    (limiter ??= new RateLimiterPostgres({
      storeClient: getPool(),
      storeType: 'pool',
      tableName: 'RateLimit',
      tableCreated: true,
      keyPrefix: name,
      points,
      duration: seconds,
    }));
}

/**
 * A limit that all processes share.
 *
 * @param points how many tries are allowed per key within `seconds`.
 * @returns `consume(key)`, which throws AppError `rate_limited` (with the seconds to wait) once they are used up, and
 *   `reset(key)`, which forgets the tries.
 */
export function createRateLimit(name: string, points: number, seconds: number) {
  const open = createCounter(name, points, seconds);
  return {
    async consume(key: string): Promise<void> {
      const taken = await takePoints(open(), key, 1);
      refuseBeyond(taken, points, (wait) => `Too many tries. Wait ${wait} seconds.`);
    },
    async reset(key: string): Promise<void> {
      await open().delete(key);
    },
  };
}
