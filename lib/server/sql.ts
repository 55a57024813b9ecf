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

/**
 * Runs work in one transaction on a connection of the pool: all of it is kept, or none.
 *
 * @throws whatever the work throws, after rolling back.
 */
export async function inTransaction<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await getPool().connect();
  let broken: Error | undefined;
  try {
    await client.query('BEGIN');
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
