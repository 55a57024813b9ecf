import { parseArgs } from 'node:util';
import { parseInput } from '@/lib/server/parse';
import { createSourceByCommand } from '@/lib/tracking/mutations';
import { createSourceSchema, type CreateSource } from '@/lib/tracking/schema';
import { RefusedError, runCommand, withDatabase } from '../run-command';

const USAGE = 'Usage: npm run -s source -- create --name N [--origin https://www.example.com]…';

/** Reads the call, or says in one message why it cannot be understood. */
function readCall(args: string[]): CreateSource {
  const [command, ...rest] = args;
  if (command !== 'create') throw new RefusedError(USAGE);
  try {
    const options = { name: { type: 'string' }, origin: { type: 'string', multiple: true } } as const;
    const { name = '', origin = [] } = parseArgs({ args: rest, options }).values;
    return parseInput(createSourceSchema, { name, origins: origin });
  } catch (error) {
    throw new RefusedError(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}

/** `npm run -s source -- create --name N`: connects a site or server, and prints its write key. */
async function main(): Promise<void> {
  const input = readCall(process.argv.slice(2));
  const { writeKey } = await withDatabase(() => createSourceByCommand(input));
  process.stdout.write(`${writeKey}\n`);
}

await runCommand(main);
