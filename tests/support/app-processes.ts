import { createWriteStream } from 'node:fs';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { NODE_FLAGS } from '@/lib/runtime/processes';

/** A process of the product that a test or bench started. */
export interface AppProcess {
  child: ChildProcess;
  /** Ends it as an operator would; by force when it does not end. */
  stop: () => Promise<void>;
}

/** The key that signs sessions in tests. */
export const TEST_SECRET = 'a secret for the tests alone, of no worth elsewhere';

/** Where the servers of the end-to-end tests write; a test reads it for faults of the server. */
export const SERVER_LOG = '.data/e2e-server.log';

/** Starts the production server on a port of this machine, over the database that `DATABASE_URL` names. */
export function startWeb(port: number, log = SERVER_LOG): AppProcess {
  const next = [
    ...NODE_FLAGS,
    'node_modules/next/dist/bin/next',
    'start',
    '-H',
    '127.0.0.1',
    '-p',
    String(port),
  ];
  return start(next, `http://127.0.0.1:${port}`, log);
}

/** Starts a worker over the same database. */
export function startWorker(port: number, log = SERVER_LOG): AppProcess {
  return start(['--import', 'tsx', 'lib/runtime/worker.ts'], `http://127.0.0.1:${port}`, log);
}

function start(args: string[], address: string, logFile: string): AppProcess {
  const env = {
    ...process.env,
    NODE_ENV: 'production' as const,
    NEXTAUTH_URL: address,
    NEXTAUTH_SECRET: TEST_SECRET,
    AUTH_TRUST_HOST: 'true',
    NEXT_TELEMETRY_DISABLED: '1',
  };
  const log = createWriteStream(logFile, { flags: 'a' });
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  child.stdout?.pipe(log, { end: false });
  child.stderr?.pipe(log, { end: false });
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    const patience = setTimeout(() => child.kill('SIGKILL'), 8000);
    await ended;
    clearTimeout(patience);
  };
  return { child, stop };
}
