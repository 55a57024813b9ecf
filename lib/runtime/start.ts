import { closeDb } from '@/lib/server/db';
import { createFirstAdminToken } from '@/lib/users/mutations';
import { buildIfChanged } from './build';
import { prepareHouse } from './prepare-house';
import { serve } from './server';
import { reportFault, timed } from './terminal';

let firstAdminToken: string | null = null;

try {
  await serve({
    mode: 'production',
    prepare: async () => {
      await prepareHouse();
      firstAdminToken = await createFirstAdminToken(new Date());
      await closeDb();
      await timed('Building the app', buildIfChanged);
    },
    ready: (address) => {
      if (firstAdminToken) {
        process.stdout.write(
          `\nNobody has an account yet. This link works once and creates the first administrator:\n\n` +
            `  ${process.env.NEXTAUTH_URL ?? address}/join?token=${firstAdminToken}\n`,
        );
      }
      process.stdout.write(`\nReady: ${address}\n`);
    },
  });
  process.exit(0);
} catch (error) {
  reportFault(error);
}
