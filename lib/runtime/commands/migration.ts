import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { openScratchDatabase } from '../database';
import { diffSchemas } from '../migrations';

/**
 * `npm run migration -- NAME`: writes the migration that leads from the schema as last committed to the schema as it
 * stands, to be read, completed by hand where needed, and committed with it.
 */
const name = process.argv[2];
if (!name || !/^[a-z0-9_]+$/.test(name)) {
  process.stderr.write('Usage: npm run migration -- NAME (lower case letters, digits, underscores)\n');
  process.exit(2);
}

const MIGRATIONS = 'prisma/migrations';
const first =
  !existsSync(MIGRATIONS) || readdirSync(MIGRATIONS, { withFileTypes: true }).every((e) => e.isFile());
const before = first
  ? null
  : execFileSync('git', ['show', 'HEAD:prisma/schema.prisma'], { encoding: 'utf8' });
const after = await readFile('prisma/schema.prisma', 'utf8');

const scratch = await openScratchDatabase('leadgrid_migration');
try {
  const sql = await diffSchemas(scratch.url, before, after);
  if (sql.trim() === '' || sql.includes('This is an empty migration')) {
    process.stdout.write('The schema is as it was committed: nothing to write.\n');
  } else {
    const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
    const folder = path.join(MIGRATIONS, `${stamp}_${name}`);
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, 'migration.sql'), sql);
    process.stdout.write(`${folder}/migration.sql\n`);
  }
} finally {
  await scratch.drop();
}
