import { querySql } from '@/lib/server/sql';
import { fitsType, inferType, TYPE_WORDS, type AttributeType } from '../attribute-types';
import type { AttributePatch } from '../types';
import type { BatchContext } from './batch';

/** A value that does not fit its attribute: its key, and why. */
export interface AttributeFault {
  key: string;
  reason: string;
}

/**
 * Defines the attributes of the user's own that patches bring along, by the type of the first value, and says which
 * values do not fit the type that their attribute has.
 *
 * @returns the faults of each patch, in order; none for those that fit.
 */
export async function settleAttributes(
  { tx }: BatchContext,
  entity: 'lead' | 'company',
  patches: readonly AttributePatch[],
): Promise<AttributeFault[][]> {
  const wanted = new Map<string, AttributeType>();
  for (const patch of patches) {
    for (const [key, value] of Object.entries(patch)) {
      if (key.startsWith('custom.') && value !== null && !wanted.has(key)) wanted.set(key, inferType(value));
    }
  }
  if (wanted.size === 0) return patches.map(() => []);
  const types = await defineTypes(tx, entity, wanted);
  return patches.map((patch) =>
    Object.entries(patch).flatMap(([key, value]) => {
      const type = types.get(key);
      if (!type || value === null || fitsType(value, type)) return [];
      return [{ key, reason: `“${key}” takes ${TYPE_WORDS[type]}` }];
    }),
  );
}

/** Defines what is not defined yet, and answers the types that hold, by key. */
async function defineTypes(
  tx: BatchContext['tx'],
  entity: 'lead' | 'company',
  wanted: ReadonlyMap<string, AttributeType>,
): Promise<Map<string, AttributeType>> {
  const keys = [...wanted.keys()].sort();
  const read = () =>
    querySql<{ key: string; type: AttributeType }>(
      tx,
      `SELECT "key", "type"::text FROM "AttributeDefinition" WHERE "entity" = $1::"Entity" AND "key" = ANY($2::text[])`,
      [entity, keys],
    );
  const known = await read();
  if (known.length === keys.length) return new Map(known.map(({ key, type }) => [key, type]));
  await querySql(
    tx,
    `INSERT INTO "AttributeDefinition" ("id", "entity", "key", "label", "type")
     SELECT uuidv7(), $1::"Entity", k."key", k."label", k."type"::"AttributeType"
     FROM unnest($2::text[], $3::text[], $4::text[]) AS k("key", "label", "type")
     ON CONFLICT ("entity", "key") DO NOTHING`,
    [
      entity,
      keys,
      keys.map((key) => key.slice('custom.'.length)),
      keys.map((key) => wanted.get(key) ?? 'text'),
    ],
  );
  return new Map((await read()).map(({ key, type }) => [key, type]));
}
