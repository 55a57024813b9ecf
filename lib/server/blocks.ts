import type { QueryResultRow } from 'pg';
import { querySql, type SqlClient, type SqlValue } from './sql';

/** Part of a table, as Postgres stores it: what lies from one place on, up to another. Both are `ctid`s. */
export interface BlockRange {
  from: string;
  to: string;
}

/** Rows that a block is taken to hold where Postgres has not counted yet: more than it mostly does. */
const DENSE = 60;

/**
 * A table in parts of about so many rows each, in the order in which Postgres stores them: read like that, each page of
 * a table is read once, and no index is asked.
 *
 * @param table its name.
 */
export async function listBlockRanges(client: SqlClient, table: string, rows: number): Promise<BlockRange[]> {
  const [size] = await querySql<{ blocks: number; density: number }>(
    client,
    `SELECT (pg_relation_size(c."oid") / current_setting('block_size')::int)::int AS "blocks",
       CASE WHEN c."relpages" > 0 AND c."reltuples" > 0 THEN c."reltuples" / c."relpages" ELSE $2::int END::float8 AS "density"
     FROM pg_class c WHERE c."oid" = to_regclass(quote_ident($1))`,
    [table, DENSE],
  );
  const { blocks = 0, density = DENSE } = size ?? {};
  const step = Math.max(1, Math.floor(rows / density));
  const parts = Math.ceil(blocks / step);
  return Array.from({ length: parts }, (_, i) => ({ from: `(${i * step},0)`, to: `(${(i + 1) * step},0)` }));
}

/**
 * Runs a statement for each part of a table, one after the other; the next one is on its way while the rows of one are
 * looked at.
 *
 * @param statement takes a part as $1 and $2, as in `"ctid" >= $1::tid AND "ctid" < $2::tid`, and `values` from $3 on.
 */
export async function readBlocks<R extends QueryResultRow>(
  client: SqlClient,
  ranges: readonly BlockRange[],
  statement: string,
  values: readonly SqlValue[],
  look: (rows: R[]) => void,
): Promise<void> {
  const ask = (range: BlockRange | undefined) =>
    range && querySql<R>(client, statement, [range.from, range.to, ...values]);
  let asked = ask(ranges[0]);
  for (let i = 1; asked; i += 1) {
    const rows = await asked;
    asked = ask(ranges[i]);
    look(rows);
  }
}
