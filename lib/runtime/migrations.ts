import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import { z } from 'zod';

const SCHEMA = path.resolve('prisma/schema.prisma');
const MIGRATIONS = path.resolve('prisma/migrations');
const NO_FILTER = { externalTables: [], externalEnums: [] };

/** What the engine's WebAssembly module exports and we call; the rest is its own glue's business. */
const startSchema = z.object({ __wbindgen_start: z.custom<() => void>((f) => typeof f === 'function') });

// The engine reports a panic through this registry; without it, the reason would be lost.
const panicRegistry = { message: '', set_message: (message: string) => (panicRegistry.message = message) };
Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: panicRegistry });

let loaded: Promise<void> | undefined;

/** Loads the WebAssembly module once: its glue keeps one memory, and a second instance would corrupt the first. */
async function loadEngine(): Promise<void> {
  const script = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm');
  const bytes = await readFile(path.join(path.dirname(script), 'schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': { ...bindings } });
  bindings.__wbg_set_wasm(instance.exports);
  startSchema.parse(instance.exports).__wbindgen_start();
}

async function openEngine(databaseUrl: string) {
  await (loaded ??= loadEngine());
  const datamodels: [string, string][] = [[SCHEMA, await readFile(SCHEMA, 'utf8')]];
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString: databaseUrl }));
  return { engine: await bindings.SchemaEngine.new({ datamodels }, () => undefined, adapter) };
}

async function readMigrations() {
  const entries = await readdir(MIGRATIONS, { withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const migrationDirectories = await Promise.all(
    names.sort().map(async (name) => {
      const value = await readFile(path.join(MIGRATIONS, name, 'migration.sql'), 'utf8');
      return { path: name, migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value } } };
    }),
  );
  const content = await readFile(path.join(MIGRATIONS, 'migration_lock.toml'), 'utf8').catch(() => null);
  return {
    baseDir: MIGRATIONS,
    lockfile: { path: 'migration_lock.toml', content },
    shadowDbInitScript: '',
    migrationDirectories,
  };
}

/**
 * Applies the migrations of `prisma/migrations` that the database does not have yet, keeping Prisma's ordinary
 * `_prisma_migrations` table, so that `prisma migrate deploy` may be used as well.
 *
 * @returns the names applied, oldest first; empty when the database was up to date.
 */
export async function applyMigrations(databaseUrl: string): Promise<string[]> {
  const { engine } = await openEngine(databaseUrl);
  try {
    const input = { migrationsList: await readMigrations(), filters: NO_FILTER };
    return (await engine.applyMigrations(input)).appliedMigrationNames;
  } finally {
    engine.free();
  }
}

/**
 * The SQL that leads from one Prisma schema to another; no database is asked. (The engine's own reading of a database
 * fails over this adapter, which knows no `"char"` columns of the system catalogue.)
 *
 * @param from the schema's text before, or null for an empty database.
 * @param to the schema's text after.
 */
export async function diffSchemas(databaseUrl: string, from: string | null, to: string): Promise<string> {
  const { engine } = await openEngine(databaseUrl);
  const container = (content: string) => ({
    tag: 'schemaDatamodel' as const,
    files: [{ path: SCHEMA, content }],
  });
  try {
    const result = await engine.diff({
      from: from === null ? { tag: 'empty' } : container(from),
      to: container(to),
      script: true,
      exitCode: null,
      filters: NO_FILTER,
    });
    return result.stdout ?? '';
  } finally {
    engine.free();
  }
}
