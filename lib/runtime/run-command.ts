import { parseArgs, type ParseArgsConfig } from 'node:util';
import { ImportFault } from '@/lib/imports/import-fault';
import { AppError } from '@/lib/server/errors';

/** Something about a command's call that keeps it from being carried out. */
export class RefusedError extends Error {}

/** How a command is called, asked for with `--help`. */
class UsageAsked extends Error {}

/** What a fault says, to be put into a sentence. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Reads a command's call; what is wrong with it is told together with how the command is called. */
export function readCall<T>(usage: string, read: () => T): T {
  if (process.argv.slice(2).some((word) => word === '--help' || word === '-h')) throw new UsageAsked(usage);
  try {
    return read();
  } catch (error) {
    const issues = error instanceof AppError ? error.issues.map(({ message }) => message) : [];
    throw new RefusedError([...(issues.length > 0 ? issues : [messageOf(error)]), usage].join('\n'));
  }
}

/** Reads the flags of a command's call, and tells what is wrong with them as `readCall` does. */
export function readFlags<T extends ParseArgsConfig>(usage: string, config: T) {
  return readCall(usage, () => parseArgs(config));
}

/** Runs a command: how it is called is printed when that is asked for; a fault that is told to people is printed without a stack, and ends it with 2. */
export async function runCommand(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    if (error instanceof UsageAsked) {
      process.stdout.write(`${error.message}\n`);
      return;
    }
    const isTold = error instanceof RefusedError || error instanceof AppError || error instanceof ImportFault;
    if (!isTold) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
  }
}
