import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { getPool } from './db';
import { AppError } from './errors';

/**
 * A limit that all processes share, as it is counted in Postgres.
 *
 * @param points how many tries are allowed per key within `seconds`.
 * @returns `consume(key)`, which throws AppError `rate_limited` (with the seconds to wait) once they are used up, and
 *   `reset(key)`, which forgets the tries.
 */
export function createRateLimit(name: string, points: number, seconds: number) {
  let limiter: RateLimiterPostgres | undefined;
  const open = () =>
    (limiter ??= new RateLimiterPostgres({
      storeClient: getPool(),
      storeType: 'pool',
      tableName: 'RateLimit',
      tableCreated: true,
      keyPrefix: name,
      points,
      duration: seconds,
    }));
  return {
    async consume(key: string): Promise<void> {
      try {
        await open().consume(key);
      } catch (rejection) {
        if (!(rejection instanceof RateLimiterRes)) throw rejection;
        const wait = Math.ceil(rejection.msBeforeNext / 1000);
        throw new AppError('rate_limited', `Too many tries. Wait ${wait} seconds.`, [], wait);
      }
    },
    async reset(key: string): Promise<void> {
      await open().delete(key);
    },
  };
}
