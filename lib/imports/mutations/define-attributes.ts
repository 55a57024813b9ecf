import { getPool } from '@/lib/server/db';
import { querySql } from '@/lib/server/sql';
import { findOwnTypes } from '../data';
import type { RowReading } from '../read-row';
import type { Survey } from '../survey-file';
import type { FieldType, ImportPlan, ValueType } from '../types';

interface Definition {
  entity: 'lead' | 'company';
  key: string;
  label: string;
  type: ValueType;
}

/** The entity and key under which a field path of the user's own is defined; null for every other field. */
function ownAttribute(kind: ImportPlan['kind'], path: string): Pick<Definition, 'entity' | 'key'> | null {
  if (kind === 'leads' && path.startsWith('company.custom.'))
    return { entity: 'company', key: path.slice(8) };
  if (!path.startsWith('custom.')) return null;
  if (kind === 'leads') return { entity: 'lead', key: path };
  return kind === 'companies' ? { entity: 'company', key: path } : null;
}

/**
 * Defines the attributes that a file brings along. Columns without any value define nothing.
 *
 * @returns the types of all own attributes, those included that somebody else defined meanwhile.
 */
export async function defineAttributes(
  importId: string,
  { plan, profiles }: Pick<Survey, 'plan' | 'profiles'>,
  reading: RowReading,
): Promise<Map<string, ValueType>> {
  const define = (path: string, label: string, type: FieldType): Definition[] => {
    const own = ownAttribute(plan.kind, path);
    return own && isValueType(type) ? [{ ...own, label: label.slice(0, 120), type }] : [];
  };
  const definitions = [
    ...reading.columns.flatMap(({ index, header, path, type }) =>
      (profiles[index]?.known ?? 0) > 0 ? define(path, header, type) : [],
    ),
    ...reading.constants.flatMap(({ path, type }) =>
      define(path, path.slice(path.lastIndexOf('.') + 1), type),
    ),
  ];
  if (definitions.length > 0) {
    await querySql(
      getPool(),
      `INSERT INTO "AttributeDefinition" ("id", "entity", "key", "label", "type", "importId")
       SELECT uuidv7(), r."entity"::"Entity", r."key", r."label", r."type"::"AttributeType", $2::uuid
       FROM jsonb_to_recordset($1::jsonb) AS r("entity" text, "key" text, "label" text, "type" text)
       ON CONFLICT ("entity", "key") DO NOTHING`,
      [JSON.stringify(definitions), importId],
    );
  }
  return findOwnTypes(plan.kind);
}

function isValueType(type: string): type is ValueType {
  return ['text', 'number', 'boolean', 'date', 'list'].includes(type);
}
