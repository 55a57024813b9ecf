import type { ClientBase, Pool, PoolClient, QueryResultRow } from 'pg';
import { getPool, type Db } from './db';

/** What SQL can be run on: a connection, the pool, or Prisma's client or transaction. */
export type SqlClient = Db | Pool | ClientBase;

/** A parameter of a statement. Sets go as one array, cast in the statement: `= ANY($1::uuid[])`. */
export type SqlValue = string | number | boolean | null | Date | readonly (string | number | null)[];

/**
 * Runs one statement with parameters, in whatever transaction the client stands in.
 *
 * @param text constant SQL; everything that comes from outside goes through `values`.
 */
export async function querySql<R extends QueryResultRow>(
  client: SqlClient,
  text: string,
  values: readonly SqlValue[] = [],
): Promise<R[]> {
  if ('$queryRawUnsafe' in client) return client.$queryRawUnsafe<R[]>(text, ...values);
  return (await client.query<R>(text, [...values])).rows;
}

export interface TransactionOptions {
  /** Of work that comes up again by itself, should the machine fail within a second: nobody waits for the disk. */
  redoable?: boolean;
}

/**
 * Runs work in one transaction on a connection of the pool: all of it is kept, or none.
 *
 * @throws whatever the work throws, after rolling back.
 */
export async function inTransaction<T>(
  work: (client: PoolClient) => Promise<T>,
  { redoable = false }: TransactionOptions = {},
): Promise<T> {
  const client = await getPool().connect();
  let broken: Error | undefined;
  try {
    await client.query(redoable ? 'BEGIN; SET LOCAL synchronous_commit = off' : 'BEGIN');
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch((fault: Error) => (broken = fault));
    throw error;
  } finally {
    // A connection that could not even roll back is not given to the next.
    client.release(broken);
  }
}

/**
 * Runs work that only one process may be at. The lock lives as long as this process's connection: who is killed holds
 * nobody up.
 *
 * @param name what must not be done twice at once.
 * @returns null, without having run, when another is at it.
 */
export async function runAlone<T>(name: string, work: () => Promise<T>): Promise<T | null> {
  const client = await getPool().connect();
  try {
    const [lock] = await querySql<{ mine: boolean }>(
      client,
      'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS "mine"',
      [name],
    );
    if (!lock?.mine) return null;
    try {
      return await work();
    } finally {
      await client.query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', [name]).catch(() => undefined);
    }
  } finally {
    client.release();
  }
}
