import { parseArgs } from 'node:util';
import { closeDb } from '@/lib/server/db';
import { AppError } from '@/lib/server/errors';
import { parseInput } from '@/lib/server/parse';
import { createSourceByCommand } from '@/lib/tracking/mutations';
import { createSourceSchema, type CreateSource } from '@/lib/tracking/schema';
import { openDatabase } from '../database';

const USAGE = 'Usage: npm run -s source -- create --name N [--origin https://www.example.com]…';

/** Reads the call, or says in one message why it cannot be understood. */
function readCall(args: string[]): CreateSource {
  const [command, ...rest] = args;
  if (command !== 'create') throw new AppError('invalid', USAGE);
  try {
    const options = { name: { type: 'string' }, origin: { type: 'string', multiple: true } } as const;
    const { name = '', origin = [] } = parseArgs({ args: rest, options }).values;
    return parseInput(createSourceSchema, { name, origins: origin });
  } catch (error) {
    throw new AppError('invalid', `${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}

/** `npm run -s source -- create --name N`: connects a site or server, and prints its write key. */
async function main(): Promise<void> {
  const input = readCall(process.argv.slice(2));
  const database = await openDatabase();
  try {
    const { writeKey } = await createSourceByCommand(input);
    process.stdout.write(`${writeKey}\n`);
  } finally {
    await closeDb();
    await database.close();
  }
}

try {
  await main();
} catch (error) {
  if (!(error instanceof AppError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
