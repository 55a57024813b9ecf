import { openScratchDatabase } from '@/lib/runtime/database';
import { prepareHouse } from '@/lib/runtime/prepare-house';
import { closeDb } from '@/lib/server/db';

/** Before the integration tests: a migrated database of their own, with the first rubric; dropped when they are done. */
export default async function setUp(): Promise<() => Promise<void>> {
  process.env.NEXTAUTH_SECRET ??= 'a secret for the tests alone, of no worth elsewhere';
  const own = process.env.DATABASE_URL;
  const scratch = await openScratchDatabase('leadgrid_integration');
  process.env.DATABASE_URL = scratch.url;
  await prepareHouse();
  await closeDb();
  return async () => {
    if (own === undefined) delete process.env.DATABASE_URL;
    else process.env.DATABASE_URL = own;
    await scratch.drop();
  };
}
