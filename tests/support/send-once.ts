import { once } from 'node:events';
import { closeDb, getDb } from '@/lib/server/db';
import { sendEvents } from '@/lib/webhooks/mutations/send-events';

/** A process of its own that sends once it is told to, and ends. */
await getDb().webhookEndpoint.count();
process.stdout.write('ready\n');
await once(process.stdin, 'data');
await sendEvents({ clock: () => new Date() });
await closeDb();
process.exit(0);
