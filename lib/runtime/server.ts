import { once } from 'node:events';
import { openDatabase } from './database';
import { findFreePort, isFree } from './embedded-postgres';
import { keepRunning, waitUntilHealthy, NODE_FLAGS } from './processes';
import { completeEnvironment } from './secrets';

const LOOPBACK = '127.0.0.1';
const DEFAULT_PORT = 3000;

/**
 * The address the app will listen on: PORT, else 3000, else (when something else is there) any free port; on loopback
 * unless LEADGRID_HOST says otherwise.
 *
 * @throws Error when PORT is not a port, or is taken.
 */
export async function chooseAddress(): Promise<{ host: string; port: number; url: string }> {
  const host = process.env.LEADGRID_HOST ?? LOOPBACK;
  const asked = process.env.PORT;
  const port = asked === undefined || asked === '' ? DEFAULT_PORT : Number(asked);
  if (!Number.isInteger(port) || port < 1 || port > 65535) throw new Error(`PORT is not a port: ${asked}`);
  const free = await isFree(port);
  if (!free && asked) throw new Error(`Port ${port} is taken by another program. Set PORT to a free one.`);
  const chosen = free ? port : await findFreePort();
  return { host, port: chosen, url: `http://${host === '0.0.0.0' ? LOOPBACK : host}:${chosen}` };
}

export interface ServerOptions {
  /** Runs once the database is migrated, while nothing is served yet. */
  prepare: () => Promise<void>;
  mode: 'production' | 'development';
  /** Runs once the app answers; what it prints is the last word of start-up. */
  ready: (address: string) => Promise<void> | void;
}

/** Starts database, web and worker, and serves until SIGINT or SIGTERM; then stops them in the reverse order. */
export async function serve({ prepare, mode, ready }: ServerOptions): Promise<void> {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => once(process, signal));
  const stopped = Promise.race([...signals, whenOrphaned()]);
  const address = await chooseAddress();
  await completeEnvironment(address.url);
  const database = await openDatabase();
  const stops: (() => Promise<void>)[] = [database.close];
  try {
    const outcome = await Promise.race([prepare().then(() => 'prepared'), stopped]);
    if (outcome === 'prepared') {
      const env = { ...process.env, NODE_ENV: mode, NEXT_TELEMETRY_DISABLED: '1', AUTH_TRUST_HOST: 'true' };
      const verb = mode === 'production' ? 'start' : 'dev';
      const next = [
        ...NODE_FLAGS,
        'node_modules/next/dist/bin/next',
        verb,
        '-H',
        address.host,
        '-p',
        String(address.port),
      ];
      stops.unshift(
        keepRunning('worker', [...NODE_FLAGS, '--import', 'tsx', 'lib/runtime/worker.ts'], env).stop,
      );
      stops.unshift(keepRunning('web', next, env).stop);
      const healthy = await Promise.race([waitUntilHealthy(address.url, 60).then(() => 'healthy'), stopped]);
      if (healthy === 'healthy') {
        await ready(address.url);
        await stopped;
      }
    }
    process.stderr.write('\nStopping …\n');
  } finally {
    for (const stop of stops) await stop();
  }
}

/** npm passes a signal on to the shell it started us in, and the shell not to us: its end is our sign to stop. */
function whenOrphaned(): Promise<void> {
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event === undefined) return new Promise(() => undefined);
  return new Promise((resolve) => {
    const watch = setInterval(() => {
      if (process.ppid === parent) return;
      clearInterval(watch);
      resolve();
    }, 500).unref();
  });
}
