import { diffValues, type FlatValues } from '@/lib/intake/flat-values';
import { querySql, type SqlClient } from '@/lib/server/sql';

/** A row that was there before, as it was and as it is now. */
export interface EditedRow {
  entity: 'company' | 'lead' | 'deal' | 'event';
  entityId: string;
  before: FlatValues;
  after: FlatValues;
}

/** Keeps what an import changes of rows that were there before, so that the import can be undone. */
export async function noteEdits(
  { tx, importId }: { tx: SqlClient; importId: string | null },
  rows: readonly EditedRow[],
): Promise<void> {
  if (importId === null) return;
  const edits = rows.flatMap(({ entity, entityId, before, after }) => {
    const difference = diffValues(before, after);
    return Object.keys(difference.after).length === 0 ? [] : [{ entity, entityId, ...difference }];
  });
  if (edits.length === 0) return;
  await querySql(
    tx,
    `INSERT INTO "ImportEdit" ("id", "importId", "entity", "entityId", "before", "after")
     SELECT uuidv7(), $2::uuid, r."entity"::"EditEntity", r."entityId", r."before", r."after"
     FROM jsonb_to_recordset($1::jsonb) AS r("entity" text, "entityId" uuid, "before" jsonb, "after" jsonb)`,
    [JSON.stringify(edits), importId],
  );
}
