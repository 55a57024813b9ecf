import { expandScopes } from '@/lib/api-keys/expand-scopes';
import { SCOPE_NAMES } from '@/lib/api-keys/constants';
import { listApiKeys } from '@/lib/api-keys/data';
import { createApiKey, revokeApiKey } from '@/lib/api-keys/mutations';
import { createKeySchema, revokeKeySchema } from '@/lib/api-keys/schema';
import { parseInput } from '@/lib/server/parse';
import { prepareHouse } from '../prepare-house';
import { readFlags, RefusedError, runCommand } from '../run-command';
import { withDatabase } from '../with-database';

const USAGE = `Usage: npm run -s api-key -- create --name N --scope S [--scope S …]
       npm run -s api-key -- list
       npm run -s api-key -- revoke --id ID
Scopes: ${SCOPE_NAMES.join(', ')}; several with commas between; read, write or all for many.
create prints the key, once, and nothing else on standard output.`;

function readVerb() {
  const options = {
    name: { type: 'string' },
    scope: { type: 'string', multiple: true },
    id: { type: 'string' },
  } as const;
  const { values, positionals } = readFlags(USAGE, { options, allowPositionals: true });
  if (positionals.length > 1) throw new RefusedError(`“${positionals[1] ?? ''}” is too much.\n${USAGE}`);
  return { ...values, verb: positionals[0] };
}

async function create(name: string | undefined, scopes: readonly string[]): Promise<void> {
  const input = parseInput(createKeySchema, { name: name ?? '', scopes: expandScopes(scopes) });
  const { key } = await createApiKey('command line', input, new Date());
  process.stdout.write(`${key}\n`);
}

async function list(): Promise<void> {
  for (const { id, name, prefix, scopes, createdAt, lastUsedAt, revokedAt } of await listApiKeys()) {
    const row = { id, name, prefix, scopes, createdAt, lastUsedAt, revokedAt };
    process.stdout.write(`${JSON.stringify(row)}\n`);
  }
}

async function revoke(id: string | undefined): Promise<void> {
  const { keyId } = parseInput(revokeKeySchema, { keyId: id });
  const { name } = await revokeApiKey('command line', keyId, new Date());
  process.stdout.write(`${JSON.stringify({ revoked: name })}\n`);
}

/** `npm run -s api-key -- create|list|revoke`: makes, lists and revokes the keys of the public API. */
async function main(): Promise<void> {
  const { verb, name, scope, id } = readVerb();
  const work = { create: () => create(name, scope ?? []), list, revoke: () => revoke(id) };
  if (verb !== 'create' && verb !== 'list' && verb !== 'revoke') throw new RefusedError(USAGE);
  await withDatabase(async () => {
    await prepareHouse();
    await work[verb]();
  });
}

await runCommand(main);
