import { ImportFault } from '@/lib/imports/import-fault';
import { closeDb } from '@/lib/server/db';
import { AppError } from '@/lib/server/errors';
import { openDatabase } from './database';

/** Something about a command's call that keeps it from being carried out. */
export class RefusedError extends Error {}

/** Runs a command: a fault that is told to people is printed without a stack, and ends it with 2. */
export async function runCommand(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    const isTold = error instanceof RefusedError || error instanceof AppError || error instanceof ImportFault;
    if (!isTold) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
  }
}

/** Does a command's work with the database open, and closes it whatever comes of it. */
export async function withDatabase<T>(work: () => Promise<T>): Promise<T> {
  const database = await openDatabase();
  try {
    return await work();
  } finally {
    await closeDb();
    await database.close();
  }
}
