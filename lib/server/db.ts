import { PrismaPg } from '@prisma/adapter-pg';
import { Pool } from 'pg';
import { PrismaClient } from '@/lib/generated/prisma/client';

/** What a query may be run on: the client itself or a transaction of it. */
export type Db = Omit<PrismaClient, '$connect' | '$disconnect' | '$on' | '$transaction' | '$extends'>;

interface Connections {
  pool: Pool;
  db: PrismaClient;
}

// Development reloads modules: one pool must outlive them.
const kept: { leadgrid?: Connections } & typeof globalThis = globalThis;

function connect(): Connections {
  const connectionString = process.env.DATABASE_URL;
  if (!connectionString) throw new Error('DATABASE_URL is not set: start with npm start, or set it.');
  const pool = new Pool({ connectionString, max: Number(process.env.LEADGRID_POOL_SIZE ?? 10) });
  // An idle connection that the server drops is replaced by the pool; without a listener it would end the process.
  pool.on('error', (error) => console.warn(`A database connection was lost: ${error.message}`));
  // The same while it is in use, when the query that fails says why.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return { pool, db: new PrismaClient({ adapter: new PrismaPg(pool) }) };
}

/** The process's one pool of connections, for COPY and other work below Prisma. Opened on first use. */
export function getPool(): Pool {
  return (kept.leadgrid ??= connect()).pool;
}

/** The process's one Prisma client, on the same pool. Opened on first use, so that a build needs no database. */
export function getDb(): PrismaClient {
  return (kept.leadgrid ??= connect()).db;
}

/** Closes the pool, so that a command may end. */
export async function closeDb(): Promise<void> {
  const open = kept.leadgrid;
  kept.leadgrid = undefined;
  await open?.db.$disconnect();
  if (open && !open.pool.ended) await open.pool.end();
}
