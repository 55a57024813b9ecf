import { closeDb } from '@/lib/server/db';
import { openDatabase } from './database';

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
