import type { ValueType } from '@/lib/imports/types';
import { querySql, type SqlClient } from '@/lib/server/sql';
import { MOST_OWN_ATTRIBUTES } from '../constants';
import { inferType, type Trait } from '../read-traits';

type Entity = 'lead' | 'company';

interface Definition {
  entity: Entity;
  key: string;
  type: ValueType;
  [column: string]: unknown;
}

const DEFINE = `
  INSERT INTO "AttributeDefinition" ("id", "entity", "key", "label", "type")
  SELECT uuidv7(), r."entity"::"Entity", r."key", r."label", r."type"::"AttributeType"
  FROM jsonb_to_recordset($1::jsonb) AS r("entity" text, "key" text, "label" text, "type" text)
  WHERE NOT EXISTS (SELECT FROM "AttributeDefinition" d WHERE d."entity" = r."entity"::"Entity" AND d."key" = r."key")
    AND (SELECT count(*) FROM "AttributeDefinition") < $2
  ORDER BY r."entity", r."key" ON CONFLICT ("entity", "key") DO NOTHING`;

const FIND = `
  SELECT d."entity", d."key", d."type" FROM "AttributeDefinition" d
  JOIN unnest($1::text[], $2::text[]) AS k("entity", "key") ON d."entity" = k."entity"::"Entity" AND d."key" = k."key"`;

/**
 * Defines the own attributes that traits bring along, each with the type that its first value shows.
 *
 * @returns the type of an own attribute: that of its definition, whoever made it.
 */
export async function defineTraits(
  tx: SqlClient,
  traits: readonly { entity: Entity; trait: Trait }[],
): Promise<(entity: Entity, path: string) => ValueType | undefined> {
  const wanted = new Map<string, Definition & { label: string }>();
  for (const { entity, trait } of traits) {
    const id = `${entity}\n${trait.path}`;
    if (trait.type === null && !wanted.has(id))
      wanted.set(id, { entity, key: trait.path, label: trait.label, type: inferType(trait.value) });
  }
  if (wanted.size === 0) return () => undefined;
  const definitions = [...wanted.values()];
  await querySql(tx, DEFINE, [JSON.stringify(definitions), MOST_OWN_ATTRIBUTES]);
  const rows = await querySql<Definition>(tx, FIND, [
    definitions.map(({ entity }) => entity),
    definitions.map(({ key }) => key),
  ]);
  const types = new Map(rows.map(({ entity, key, type }) => [`${entity}\n${key}`, type]));
  return (entity, path) => types.get(`${entity}\n${path}`);
}
