import { seedDemo, isDatabaseEmpty, isDemoDatabase } from '@/prisma/seed';
import { closeDb } from '@/lib/server/db';
import { hashPassword } from '@/lib/server/passwords';
import { setPasswords } from '@/lib/users/mutations';
import { buildIfChanged } from './build';
import { prepareHouse } from './prepare-house';
import { readOrCreateSecret } from './secrets';
import { serve } from './server';
import { reportFault, timed } from './terminal';

/** The demo's accounts whose sign-ins are printed, one a role. */
const SIGN_INS = [
  { role: 'rep', email: 'rep@leadgrid.example' },
  { role: 'ops', email: 'ops@leadgrid.example' },
  { role: 'manager', email: 'manager@leadgrid.example' },
  { role: 'admin', email: 'admin@leadgrid.example' },
];

const asked = process.env.LEADGRID_DEMO_PASSWORD;
let password = '';
let hasDemo = true;

/** Loads the demo data into an empty database; leaves data that someone brought alone. */
async function loadDemo(): Promise<void> {
  password = asked ?? (await readOrCreateSecret('demo-password', 12));
  if (await isDatabaseEmpty()) {
    const passwordHash = await hashPassword(password);
    await timed('Loading the demo data', () => seedDemo({ now: new Date(), passwordHash }));
  } else if (await isDemoDatabase()) {
    // The password may have been chosen anew since the data were loaded.
    await setPasswords(
      SIGN_INS.map(({ email }) => email),
      password,
    );
  } else {
    hasDemo = false;
  }
}

try {
  if (asked !== undefined && asked.length < 8)
    throw new Error('LEADGRID_DEMO_PASSWORD needs at least 8 characters.');
  await serve({
    mode: 'production',
    prepare: async () => {
      await prepareHouse();
      await Promise.all([loadDemo(), timed('Building the app', buildIfChanged)]);
      await closeDb();
    },
    ready: (address) => {
      const lines = hasDemo
        ? ['', ...SIGN_INS.map(({ role, email }) => `  ${role.padEnd(8)} ${email}   ${password}`), '']
        : [
            '',
            'The database holds data of your own, so no demo data were loaded. Sign in as you are used to.',
            '',
          ];
      process.stdout.write(`${lines.join('\n')}\nReady: ${address}\n`);
    },
  });
  process.exit(0);
} catch (error) {
  reportFault(error);
}
