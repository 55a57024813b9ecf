import { access, constants, mkdir } from 'node:fs/promises';
import { Client } from 'pg';
import { findChromium } from './chromium';
import { DATA_DIRECTORY, openDatabase } from './database';
import { chooseAddress } from './server';

interface Check {
  what: string;
  /** Answers a detail to show, or throws what is wrong and what to do. */
  look: () => Promise<string>;
  /** Missing, it only takes something away. */
  optional?: boolean;
}

const CHECKS: Check[] = [
  { what: 'Node 20.19 or later', look: () => Promise.resolve(process.versions.node) },
  {
    what: 'Data folder can be written',
    look: async () => {
      await mkdir(DATA_DIRECTORY, { recursive: true });
      await access(DATA_DIRECTORY, constants.W_OK);
      return DATA_DIRECTORY;
    },
  },
  {
    what: process.env.DATABASE_URL ? 'Postgres of DATABASE_URL' : 'Embedded Postgres',
    look: async () => {
      const database = await openDatabase();
      const client = new Client({ connectionString: database.url });
      try {
        await client.connect();
        const version = await client.query<{ server_version: string }>('SHOW server_version');
        const encoding = await client.query<{ server_encoding: string }>('SHOW server_encoding');
        if (encoding.rows[0]?.server_encoding !== 'UTF8')
          throw new Error('The database is not in UTF-8; create it anew.');
        return `${version.rows[0]?.server_version ?? ''}, migrations up to date`;
      } finally {
        await client.end();
        await database.close();
      }
    },
  },
  { what: 'Port', look: async () => (await chooseAddress()).url },
  {
    what: 'Chromium, for the browser tests',
    optional: true,
    look: () => {
      const found = findChromium();
      return found
        ? Promise.resolve(found)
        : Promise.reject(new Error('none found; npm test will try to install one'));
    },
  },
];

let failed = false;
for (const { what, look, optional } of CHECKS) {
  try {
    process.stdout.write(`✓ ${what}: ${await look()}\n`);
  } catch (error) {
    failed ||= !optional;
    process.stdout.write(`✗ ${what}: ${error instanceof Error ? error.message : String(error)}\n`);
  }
}
process.exit(failed ? 1 : 0);
