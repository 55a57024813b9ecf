// The one file that runs before anything is installed: brings the packages and the generated database client up to
// date with the lock file and the schema, then hands over to the TypeScript of the command that was asked for.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
process.chdir(root);

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  fail(`Leadgrid needs Node 20.19 or later; this is ${process.versions.node}.`);
}

const command = process.argv[2];
if (!command) fail('Usage: node lib/runtime/bootstrap.mjs FILE [arguments], the file without its .ts');

bringUpToDate('packages', 'package-lock.json', 'node_modules/.leadgrid-packages', [
  'npm',
  'ci',
  '--no-fund',
  '--no-audit',
]);
bringUpToDate('database client', 'prisma/schema.prisma', 'lib/generated/.leadgrid-schema', [
  process.execPath,
  'node_modules/prisma/build/index.js',
  'generate',
]);

const { register } = await import('tsx/esm/api');
register();
const entry = path.join(root, `${command}.ts`);
process.argv.splice(1, 2, entry);
await import(pathToFileURL(entry).href);

/** Runs a step when the file that it follows from is not the one it was last run for. */
function bringUpToDate(what, source, stamp, [program, ...args]) {
  const wanted = createHash('sha256').update(readFileSync(source)).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  process.stderr.write(`Installing the ${what} …\n`);
  // Prisma's own download of a schema engine is neither needed nor, without a network, possible.
  const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, NO_UPDATE_NOTIFIER: '1' };
  const result = spawnSync(program, args, {
    env,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (result.status !== 0) fail(`Installing the ${what} failed; the reason stands above.`);
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}
