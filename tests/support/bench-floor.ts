import { getPool } from '@/lib/server/db';
import { time } from './bench-house';

/** Every event read once. */
const AGGREGATE = `
  SELECT count(*) FROM (
    SELECT e."leadId", e."type", count(*), max(e."at") FROM "Event" e
    WHERE e."filteredAs" IS NULL GROUP BY e."leadId", e."type") evidence`;

/** Tables like the real ones: columns, checks, indexes, foreign keys; logged. */
const CREATE_TABLES = `
  CREATE TABLE "FloorScore" (LIKE "LeadScore" INCLUDING ALL,
    FOREIGN KEY ("leadId") REFERENCES "Lead", FOREIGN KEY ("rubricVersionId") REFERENCES "RubricVersion");
  CREATE TABLE "FloorChange" (LIKE "ScoreChange" INCLUDING ALL,
    FOREIGN KEY ("leadId") REFERENCES "Lead", FOREIGN KEY ("rubricVersionId") REFERENCES "RubricVersion")`;

const WRITE_SCORES =
  'INSERT INTO "FloorScore" SELECT * FROM "LeadScore" ORDER BY "scoredAt" DESC LIMIT $1::int';
const WRITE_CHANGES =
  'INSERT INTO "FloorChange" SELECT * FROM "ScoreChange" ORDER BY "id" DESC LIMIT $1::int';

/** How many rows of history there are. */
export async function countChanges(): Promise<number> {
  const { rows } = await getPool().query<{ count: number }>('SELECT count(*)::int FROM "ScoreChange"');
  return rows[0]?.count ?? 0;
}

/** What a rescoring writes: so many of the latest scores, and so many of the latest rows of history. */
export interface Writes {
  scores: number;
  changes: number;
}

/** Times, in milliseconds, what a rescoring cannot do without: its rows written once, by statements that do nothing else. */
export async function measureWrites({ scores, changes }: Writes) {
  const pool = getPool();
  await pool.query(CREATE_TABLES);
  await pool.query('CHECKPOINT');
  const { ms: scoresMs } = await time(() => pool.query(WRITE_SCORES, [scores]));
  const { ms: historyMs } = await time(() => pool.query(WRITE_CHANGES, [changes]));
  await pool.query('DROP TABLE "FloorScore", "FloorChange"');
  return { scoresMs, historyMs };
}

/** As {@link measureWrites}, with every event read once. */
export async function measureFloor(writes: Writes) {
  await getPool().query('CHECKPOINT');
  const { ms: aggregateMs } = await time(() => getPool().query(AGGREGATE));
  const { scoresMs, historyMs } = await measureWrites(writes);
  return { ms: aggregateMs + scoresMs + historyMs, aggregateMs, scoresMs, historyMs };
}
