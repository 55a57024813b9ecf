import { writeFileSync } from 'node:fs';
import { findFreePort } from '@/lib/runtime/embedded-postgres';
import { buildIfChanged } from '@/lib/runtime/build';
import { openScratchDatabase } from '@/lib/runtime/database';
import { prepareHouse } from '@/lib/runtime/prepare-house';
import { waitUntilHealthy } from '@/lib/runtime/processes';
import { closeDb } from '@/lib/server/db';
import { hashPassword } from '@/lib/server/passwords';
import { createFirstAdminToken } from '@/lib/users/mutations';
import { seedDemo } from '@/prisma/seed';
import { TEST_PASSWORD } from './accounts';
import { SERVER_LOG, startWeb, startWorker } from './app-processes';

/** Serves the build with a worker over a database of its own for as long as `use` runs, and removes all of it afterwards. */
async function withHouse<T>(
  name: string,
  furnish: () => Promise<void>,
  use: (address: string) => Promise<T>,
): Promise<T> {
  const port = await findFreePort();
  const address = `http://127.0.0.1:${port}`;
  const own = process.env.DATABASE_URL;
  const scratch = await openScratchDatabase(name);
  process.env.DATABASE_URL = scratch.url;
  const stops: (() => Promise<void>)[] = [];
  try {
    await prepareHouse();
    await furnish();
    await closeDb();
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

/** Where the product is served for the end-to-end tests. */
export interface AppsUnderTest {
  /** With demo data. */
  address: string;
  /** As it is right after its first start, by the link that makes the first administrator. */
  firstLink: string;
}

/** Serves a production build twice, with demo data and as it is after its first start, for as long as `use` runs. */
export async function withApps<T>(use: (apps: AppsUnderTest) => Promise<T>): Promise<T> {
  await buildIfChanged();
  writeFileSync(SERVER_LOG, '');
  const seed = async () => {
    await seedDemo({ now: new Date(), passwordHash: await hashPassword(TEST_PASSWORD) });
  };
  let token: string | null = null;
  const makeToken = async () => {
    token = await createFirstAdminToken(new Date());
  };
  // The demo's database is the one that tests look into: it is opened last.
  return withHouse('leadgrid_e2e_new', makeToken, (newAddress) =>
    withHouse('leadgrid_e2e', seed, (address) =>
      use({ address, firstLink: `${newAddress}/join?token=${token}` }),
    ),
  );
}
