import { readFile } from 'node:fs/promises';
import { Client } from 'pg';
import { describe, expect, it } from 'vitest';
import { openScratchDatabase } from '@/lib/runtime/database';
import { applyMigrations, diffSchemas } from '@/lib/runtime/migrations';

// Views are made by migrations alone: the schema knows tables only.
const COLUMNS = `
  SELECT table_name, column_name, data_type, udt_name, is_nullable, character_maximum_length, datetime_precision,
         numeric_precision, numeric_scale
  FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
  WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name <> '_prisma_migrations'
  ORDER BY table_name, column_name`;
const ENUMS = `SELECT typname, enumlabel FROM pg_enum JOIN pg_type ON pg_type.oid = enumtypid ORDER BY 1, enumsortorder`;
const INDEXES = `
  SELECT indexname, indexdef FROM pg_indexes
  WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' ORDER BY indexname`;
const FOREIGN_KEYS = `
  SELECT conname, pg_get_constraintdef(oid) AS definition FROM pg_constraint WHERE contype = 'f' ORDER BY conname`;

async function describeDatabase(client: Client) {
  const read = async (sql: string) => (await client.query<Record<string, unknown>>(sql)).rows;
  return {
    columns: await read(COLUMNS),
    enums: await read(ENUMS),
    indexes: await read(INDEXES),
    foreignKeys: await read(FOREIGN_KEYS),
  };
}

async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  await client.connect();
  return client;
}

describe('migrations', () => {
  it('lead to the schema, and applying them again changes nothing', async () => {
    const scratch = await openScratchDatabase('leadgrid_migrated');
    const client = await connect(scratch.url);
    try {
      expect(await applyMigrations(scratch.url)).toEqual([]);
      const migrated = await describeDatabase(client);

      const sql = await diffSchemas(scratch.url, null, await readFile('prisma/schema.prisma', 'utf8'));
      await client.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
      await client.query(sql);
      const wanted = await describeDatabase(client);

      expect(migrated.columns).toEqual(wanted.columns);
      expect(migrated.enums).toEqual(wanted.enums);
      expect(migrated.foreignKeys).toEqual(wanted.foreignKeys);
      // The migrations may hold more indexes: those that Prisma's schema cannot say.
      expect(migrated.indexes).toEqual(expect.arrayContaining(wanted.indexes));
    } finally {
      await client.end();
      await scratch.drop();
    }
  });
});
