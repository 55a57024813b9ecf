import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Starts another process that sends on request. */
export async function createSender() {
  const args = ['--import', 'tsx', 'tests/support/send-once.ts'];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'], env: process.env });
  const ended = once(child, 'exit');
  await once(child.stdout, 'data');
  return {
    send: async () => {
      child.stdin.write('go\n');
      await ended;
    },
  };
}
