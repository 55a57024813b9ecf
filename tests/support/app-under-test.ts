import { writeFileSync } from 'node:fs';
import { findFreePort } from '@/lib/runtime/embedded-postgres';
import { buildIfChanged } from '@/lib/runtime/build';
import { openScratchDatabase } from '@/lib/runtime/database';
import { prepareHouse } from '@/lib/runtime/prepare-house';
import { waitUntilHealthy } from '@/lib/runtime/processes';
import { closeDb } from '@/lib/server/db';
import { hashPassword } from '@/lib/server/passwords';
import { seedDemo } from '@/prisma/seed';
import { TEST_PASSWORD } from './accounts';
import { SERVER_LOG, startWeb, startWorker } from './app-processes';

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
    writeFileSync(SERVER_LOG, '');
    stops.push(startWeb(port).stop, startWorker(port).stop);
    await waitUntilHealthy(address, 60);
    return await use(address);
  } finally {
    await Promise.all(stops.map((stop) => stop()));
    if (own === undefined) delete process.env.DATABASE_URL;
    else process.env.DATABASE_URL = own;
    await scratch.drop();
  }
}
