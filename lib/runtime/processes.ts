import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';

const GRACE_MS = 10_000;
const RESTART_MS = 1_000;

/** For Node, where it serves or works: events and scores make much that is needed for a moment, which a larger young space collects at less cost. */
export const NODE_FLAGS = ['--max-semi-space-size=64'];

export interface ManagedProcess {
  stop: () => Promise<void>;
}

/**
 * Keeps a Node process running beside this one: in a group of its own (so that Ctrl-C reaches us alone, and we stop
 * things in order), started again when it dies by itself, ended with SIGTERM and, after ten seconds, SIGKILL.
 *
 * @param args what follows `node` on its command line.
 */
export function keepRunning(name: string, args: string[], env: NodeJS.ProcessEnv): ManagedProcess {
  let stopping = false;
  let child: ChildProcess;

  const start = () => {
    child = spawn(process.execPath, args, {
      env,
      detached: true,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    child.once('exit', (code, signal) => {
      if (stopping) return;
      process.stderr.write(`The ${name} process ended (${signal ?? code}); starting it again.\n`);
      setTimeout(() => !stopping && start(), RESTART_MS).unref();
    });
  };
  start();

  return {
    stop: async () => {
      stopping = true;
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
      signalGroup(child, 'SIGTERM');
      await Promise.race([ended, wait(GRACE_MS, undefined, { ref: false })]);
      if (child.exitCode === null && child.signalCode === null) {
        signalGroup(child, 'SIGKILL');
        await ended;
      }
    },
  };
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    child.kill(signal);
  }
}

/**
 * Waits until the app answers that it is healthy.
 *
 * @throws Error after `seconds`.
 */
export async function waitUntilHealthy(address: string, seconds: number): Promise<void> {
  const end = Date.now() + seconds * 1000;
  while (Date.now() < end) {
    const answer = await fetch(`${address}/api/health`).catch(() => undefined);
    if (answer?.ok) return;
    await wait(100);
  }
  throw new Error(`The app did not answer at ${address} within ${seconds} seconds.`);
}
