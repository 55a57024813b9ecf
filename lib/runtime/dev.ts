import { closeDb } from '@/lib/server/db';
import { createFirstAdminToken } from '@/lib/users/mutations';
import { prepareHouse } from './prepare-house';
import { serve } from './server';
import { reportFault } from './terminal';

let firstAdminToken: string | null = null;

try {
  await serve({
    mode: 'development',
    prepare: async () => {
      await prepareHouse();
      firstAdminToken = await createFirstAdminToken(new Date());
      await closeDb();
    },
    ready: (address) => {
      if (firstAdminToken)
        process.stdout.write(`First administrator: ${address}/join?token=${firstAdminToken}\n`);
      process.stdout.write(`Ready: ${address}\n`);
    },
  });
  process.exit(0);
} catch (error) {
  reportFault(error);
}
