import { createWriteStream } from 'node:fs';
import { spawn } from 'node:child_process';
import { findFreePort } from '@/lib/runtime/embedded-postgres';
import { buildIfChanged } from '@/lib/runtime/build';
import { openScratchDatabase } from '@/lib/runtime/database';
import { prepareHouse } from '@/lib/runtime/prepare-house';
import { waitUntilHealthy } from '@/lib/runtime/processes';
import { closeDb } from '@/lib/server/db';
import { hashPassword } from '@/lib/server/passwords';
import { seedDemo } from '@/prisma/seed';
import { TEST_PASSWORD } from './accounts';

/** Where the servers of the end-to-end tests write; a test reads it for faults of the server. */
export const SERVER_LOG = '.data/e2e-server.log';

/**
 * Serves a production build with worker and demo data on a database of its own, for as long as `use` runs, and removes
 * all of it afterwards.
 */
export async function withApp<T>(use: (address: string) => Promise<T>): Promise<T> {
  const port = await findFreePort();
  const address = `http://127.0.0.1:${port}`;
  const own = process.env.DATABASE_URL;
  const scratch = await openScratchDatabase('leadgrid_e2e');
  process.env.DATABASE_URL = scratch.url;
  const stops: (() => Promise<void>)[] = [];
  try {
    await buildIfChanged();
    await prepareHouse();
    await seedDemo({ now: new Date(), passwordHash: await hashPassword(TEST_PASSWORD) });
    await closeDb();
    const next = ['node_modules/next/dist/bin/next', 'start', '-H', '127.0.0.1', '-p', String(port)];
    const log = createWriteStream(SERVER_LOG);
    stops.push(start(next, address, log), start(['--import', 'tsx', 'lib/runtime/worker.ts'], address, log));
    await waitUntilHealthy(address, 60);
    return await use(address);
  } finally {
    await Promise.all(stops.map((stop) => stop()));
    if (own === undefined) delete process.env.DATABASE_URL;
    else process.env.DATABASE_URL = own;
    await scratch.drop();
  }
}

function start(args: string[], address: string, log: NodeJS.WritableStream): () => Promise<void> {
  const env = {
    ...process.env,
    NODE_ENV: 'production' as const,
    NEXTAUTH_URL: address,
    NEXTAUTH_SECRET: 'a secret for the tests alone, of no worth elsewhere',
    AUTH_TRUST_HOST: 'true',
    NEXT_TELEMETRY_DISABLED: '1',
  };
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  child.stdout?.pipe(log, { end: false });
  child.stderr?.pipe(log, { end: false });
  return () =>
    new Promise((resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) return resolve();
      child.once('exit', () => resolve());
      child.kill('SIGTERM');
      setTimeout(() => child.kill('SIGKILL'), 8000).unref();
    });
}
