import { rm } from 'node:fs/promises';
import path from 'node:path';
import { Client } from 'pg';
import { startEmbeddedPostgres } from './embedded-postgres';
import { applyMigrations } from './migrations';

/** Where everything lies that is not in Git: the embedded database, secrets, builds' stamps, pictures. */
export const DATA_DIRECTORY = path.resolve(process.env.LEADGRID_DATA_DIR ?? '.data');

export interface OpenDatabase {
  url: string;
  /** Names of the migrations applied while opening. */
  migrated: string[];
  /** Stops the embedded Postgres when this process started it; a database of the user's own is left alone. */
  close: () => Promise<void>;
}

/**
 * Makes a migrated database ready: the one in DATABASE_URL, else the embedded one in `.data/`, started when it does not
 * run yet. Sets DATABASE_URL for this process and the ones it starts.
 *
 * @throws Error in words when the database cannot be reached or started.
 */
export async function openDatabase(): Promise<OpenDatabase> {
  const own = process.env.DATABASE_URL;
  const embedded = own ? undefined : await startEmbeddedPostgres(DATA_DIRECTORY, 'leadgrid');
  const url = own ?? embedded?.url ?? '';
  const close = async () => {
    if (embedded?.startedHere) await embedded.stop();
  };
  try {
    await createDatabaseIfMissing(url);
    const migrated = await applyMigrations(url);
    process.env.DATABASE_URL = url;
    return { url, migrated, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A database of its own beside the development one, for tests and measurements; `drop` removes it without a trace. */
export async function openScratchDatabase(name: string): Promise<{ url: string; drop: () => Promise<void> }> {
  const own = process.env.DATABASE_URL;
  const directory = path.join(DATA_DIRECTORY, name);
  const embedded = own ? undefined : await startEmbeddedPostgres(directory, name);
  const url = withDatabase(own ?? embedded?.url ?? '', name);
  await withServer(url, (client) => client.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`));
  await createDatabaseIfMissing(url);
  await applyMigrations(url);
  return {
    url,
    drop: async () => {
      await withServer(url, (client) => client.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`));
      if (!embedded) return;
      await embedded.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

function withDatabase(url: string, name: string): string {
  const parsed = new URL(url);
  parsed.pathname = `/${name}`;
  return parsed.toString();
}

async function withServer<T>(url: string, use: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: withDatabase(url, 'postgres') });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

async function createDatabaseIfMissing(url: string): Promise<void> {
  const name = decodeURIComponent(new URL(url).pathname.slice(1));
  if (!/^[A-Za-z0-9_-]+$/.test(name)) throw new Error(`DATABASE_URL names no usable database: "${name}"`);
  const probe = new Client({ connectionString: url });
  const missing = await probe.connect().then(
    () => probe.end().then(() => false),
    (error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === '3D000') return true;
      throw new Error(
        `The database cannot be reached: ${error instanceof Error ? error.message : String(error)}`,
      );
    },
  );
  if (missing) {
    await withServer(url, (client) =>
      client.query(`CREATE DATABASE "${name}" ENCODING 'UTF8' TEMPLATE template0`),
    );
  }
}
