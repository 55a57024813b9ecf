import { parseArgs } from 'node:util';
import { parseInput } from '@/lib/server/parse';
import { createSourceByCommand } from '@/lib/tracking/mutations';
import { createSourceSchema, type CreateSource } from '@/lib/tracking/schema';
import { readCall, RefusedError, runCommand } from '../run-command';
import { withDatabase } from '../with-database';

const USAGE = 'Usage: npm run -s source -- create --name N [--origin https://www.example.com]…';

function readSource(args: string[]): CreateSource {
  const [command, ...rest] = args;
  if (command !== 'create') throw new RefusedError(USAGE);
  const options = { name: { type: 'string' }, origin: { type: 'string', multiple: true } } as const;
  return readCall(USAGE, () => {
    const { name = '', origin = [] } = parseArgs({ args: rest, options }).values;
    return parseInput(createSourceSchema, { name, origins: origin });
  });
}

/** `npm run -s source -- create --name N`: connects a site or server, and prints its write key. */
async function main(): Promise<void> {
  const input = readSource(process.argv.slice(2));
  const { writeKey } = await withDatabase(() => createSourceByCommand(input));
  process.stdout.write(`${writeKey}\n`);
}

await runCommand(main);
