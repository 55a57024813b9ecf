import { z } from 'zod';
import { copyEngagementsToDeals, freezeEngagements } from '@/lib/engagements/mutations';
import { engageByDeals } from '@/lib/intake/mutations/engage-by-deals';
import {
  attributeKey,
  flattenValues,
  nestAttributes,
  revertValues,
  type FlatValues,
} from '@/lib/intake/flat-values';
import { querySql, type SqlClient } from '@/lib/server/sql';
import { LIST_EDITS } from '../undo-statements';

const editSchema = z.object({
  id: z.uuid(),
  entity: z.enum(['company', 'lead', 'deal', 'event']),
  entityId: z.uuid(),
  before: z.record(z.string(), z.unknown()),
  after: z.record(z.string(), z.unknown()),
});

type Edit = z.output<typeof editSchema>;
type Entity = Edit['entity'];

/** What is read and written of a row of each kind; `unique` may not be given to two. */
const TABLES: Record<Entity, { table: string; columns: Record<string, string>; unique: string | null }> = {
  lead: {
    table: 'Lead',
    columns: {
      email: 'text',
      emailKey: 'text',
      source: 'text',
      externalId: 'text',
      name: 'text',
      companyId: 'uuid',
      ownerId: 'uuid',
      state: '"LeadState"',
      createdAt: 'timestamptz',
      firstEngagedAt: 'timestamptz',
      attributes: 'jsonb',
    },
    unique: 'emailKey',
  },
  company: {
    table: 'Company',
    columns: {
      name: 'text',
      domain: 'text',
      source: 'text',
      externalId: 'text',
      createdAt: 'timestamptz',
      attributes: 'jsonb',
    },
    unique: 'domain',
  },
  deal: {
    table: 'Deal',
    columns: {
      name: 'text',
      leadId: 'uuid',
      companyId: 'uuid',
      ownerId: 'uuid',
      stage: 'text',
      outcome: '"DealOutcome"',
      amount: 'numeric',
      currency: 'text',
      lostReason: 'text',
      createdAt: 'timestamptz',
      closedAt: 'timestamptz',
      // By which it is told whether anybody has written it since.
      updatedAt: 'timestamptz',
    },
    unique: null,
  },
  event: { table: 'Event', columns: { filteredAs: 'text' }, unique: null },
};

export interface Reverted {
  /** Edits that were dealt with; 0 when none is left. */
  edits: number;
  rows: number;
  valuesKept: number;
  leadIds: Set<string>;
  companyIds: Set<string>;
}

/** Puts back the last edits of an import, as far as nobody changed the values since; and forgets the edits. */
export async function revertEdits(tx: SqlClient, importId: string, size: number): Promise<Reverted> {
  const edits = (await querySql(tx, LIST_EDITS, [importId, size])).map((row) => editSchema.parse(row));
  const done: Reverted = {
    edits: edits.length,
    rows: 0,
    valuesKept: 0,
    leadIds: new Set(),
    companyIds: new Set(),
  };
  // Deals before leads: by the deals that are left it is told when a lead was first engaged.
  for (const entity of ['company', 'deal', 'lead', 'event'] as const) {
    const own = edits.filter((edit) => edit.entity === entity);
    if (own.length > 0) await revertEntity(tx, importId, { entity, edits: own }, done);
  }
  await querySql(tx, 'DELETE FROM "ImportEdit" WHERE "id" = ANY($1::uuid[])', [edits.map(({ id }) => id)]);
  return done;
}

/** The rows that were there before the import, locked; those that it made itself go another way. */
async function readRows(
  tx: SqlClient,
  importId: string,
  entity: Entity,
  ids: readonly string[],
): Promise<Map<string, FlatValues>> {
  const { table, columns } = TABLES[entity];
  const names = Object.entries(columns).map(([name, type]) =>
    type === 'numeric' || type.startsWith('"') ? `"${name}"::text` : `"${name}"`,
  );
  const rows = await querySql<{ id: string } & Record<string, unknown>>(
    tx,
    `SELECT "id", ${names.join(', ')} FROM "${table}" WHERE "id" = ANY($1::uuid[]) AND "importId" IS DISTINCT FROM $2::uuid
     ORDER BY "id" FOR UPDATE`,
    [ids, importId],
  );
  return new Map(rows.map(({ id, ...values }) => [id, flattenValues(values)]));
}

interface Batch {
  entity: Entity;
  edits: readonly Edit[];
}

async function revertEntity(
  tx: SqlClient,
  importId: string,
  { entity, edits }: Batch,
  done: Reverted,
): Promise<void> {
  const rows = await readRows(tx, importId, entity, [...new Set(edits.map(({ entityId }) => entityId))]);
  const taken = await findTaken(tx, entity, edits);
  const changed = new Map<string, FlatValues>();
  const reverted: { id: string; path: string; after: unknown }[] = [];
  for (const { entityId, before, after } of edits) {
    const current = changed.get(entityId) ?? rows.get(entityId);
    if (!current) continue;
    const free = Object.fromEntries(
      Object.entries(after).filter(([path]) => !taken.has(`${entityId} ${path} ${String(before[path])}`)),
    );
    const back = revertValues(current, before, free);
    const told = (path: string) => path !== 'updatedAt';
    done.valuesKept += Object.keys(after).filter(told).length - back.reverted.filter(told).length;
    if (back.reverted.length === 0) continue;
    changed.set(entityId, back.values);
    reverted.push(...back.reverted.map((path) => ({ id: entityId, path, after: after[path] })));
  }
  if (changed.size === 0) return;
  await writeRows(tx, entity, changed);
  if (entity !== 'event') done.rows += changed.size;
  if (entity === 'company') for (const id of changed.keys()) done.companyIds.add(id);
  if (entity === 'lead') {
    for (const id of changed.keys()) done.leadIds.add(id);
    // Whom they left and joined: their scores may rest on these people's events.
    for (const [id, values] of changed) {
      for (const companyId of [values.companyId, rows.get(id)?.companyId]) {
        if (typeof companyId === 'string') done.companyIds.add(companyId);
      }
    }
    await partFirstEngagements(tx, reverted);
  }
  if (entity === 'deal') await partFromLeads(tx, reverted);
  if (entity === 'event') await noteOwners(tx, [...changed.keys()], done);
  if (entity === 'lead' || entity === 'company') await forgetChanges(tx, importId, entity, reverted);
}

/** Former addresses or domains that are somebody else's by now. */
async function findTaken(tx: SqlClient, entity: Entity, edits: readonly Edit[]): Promise<Set<string>> {
  const { table, unique } = TABLES[entity];
  if (unique === null) return new Set();
  const former = edits.flatMap(({ entityId, before }) => {
    const value = before[unique];
    return typeof value === 'string' ? [{ entityId, value }] : [];
  });
  if (former.length === 0) return new Set();
  const rows = await querySql<{ id: string; value: string }>(
    tx,
    `SELECT "id", "${unique}" AS "value" FROM "${table}" WHERE "${unique}" = ANY($1::text[])`,
    [former.map(({ value }) => value)],
  );
  const holders = new Map(rows.map(({ id, value }) => [value, id]));
  const lost = former.filter(({ entityId, value }) => (holders.get(value) ?? entityId) !== entityId);
  // An address and the key made of it go together.
  return new Set(
    lost.flatMap(({ entityId, value }) => [`${entityId} ${unique} ${value}`, `${entityId} email ${value}`]),
  );
}

async function writeRows(
  tx: SqlClient,
  entity: Entity,
  changed: ReadonlyMap<string, FlatValues>,
): Promise<void> {
  const { table, columns } = TABLES[entity];
  const names = Object.keys(columns);
  const hasAttributes = 'attributes' in columns;
  const rows = [...changed].map(([id, values]) => ({
    id,
    ...Object.fromEntries(names.map((name) => [name, values[name] ?? null])),
    ...(hasAttributes ? { attributes: nestAttributes(values) } : {}),
  }));
  const record = Object.entries(columns).map(([name, type]) => `"${name}" ${type}`);
  await querySql(
    tx,
    `UPDATE "${table}" t SET ${names.map((name) => `"${name}" = r."${name}"`).join(', ')}
     FROM jsonb_to_recordset($1::jsonb) AS r("id" uuid, ${record.join(', ')}) WHERE t."id" = r."id"`,
    [JSON.stringify(rows)],
  );
}

const CLEAR_ENGAGEMENT = `"engagedAt" = NULL, "engagementBasis" = NULL, "rubricVersionId" = NULL, "fit" = NULL,
  "intent" = NULL, "score" = NULL, "tier" = NULL, "quadrant" = NULL`;

/** A deal that is another lead's again holds that one's first engagement, if there is one. */
async function partFromLeads(
  tx: SqlClient,
  reverted: readonly { id: string; path: string }[],
): Promise<void> {
  const ids = reverted.flatMap(({ id, path }) => (path === 'leadId' ? id : []));
  if (ids.length === 0) return;
  const rows = await querySql<{ leadId: string | null }>(
    tx,
    `UPDATE "Deal" SET ${CLEAR_ENGAGEMENT} WHERE "id" = ANY($1::uuid[]) RETURNING "leadId"`,
    [ids],
  );
  await copyEngagementsToDeals(
    tx,
    rows.flatMap(({ leadId }) => leadId ?? []),
  );
}

/** The first engagements that the import brought go; where another deal or touch tells of one, that is the first. */
async function partFirstEngagements(
  tx: SqlClient,
  reverted: readonly { id: string; path: string; after: unknown }[],
): Promise<void> {
  const firsts = reverted.filter(({ path }) => path === 'firstEngagedAt');
  if (firsts.length === 0) return;
  const gone = await querySql<{ leadId: string }>(
    tx,
    `DELETE FROM "Engagement" e USING jsonb_to_recordset($1::jsonb) AS r("id" uuid, "after" timestamptz)
     WHERE e."leadId" = r."id" AND e."at" = r."after" RETURNING e."leadId"`,
    [JSON.stringify(firsts)],
  );
  const leadIds = gone.map(({ leadId }) => leadId);
  await querySql(tx, `UPDATE "Deal" SET ${CLEAR_ENGAGEMENT} WHERE "leadId" = ANY($1::uuid[])`, [leadIds]);
  const left = await querySql<{ leadId: string; at: Date }>(
    tx,
    `SELECT "leadId", min(least("createdAt", "closedAt")) AS "at" FROM "Deal" WHERE "leadId" = ANY($1::uuid[])
     GROUP BY "leadId"`,
    [leadIds],
  );
  const dealAt = new Map(left.map(({ leadId, at }) => [leadId, at]));
  const touches = await querySql<{ leadId: string; at: Date }>(
    tx,
    `SELECT "leadId", min("at") AS "at" FROM "Activity" WHERE "leadId" = ANY($1::uuid[])
       AND "type" IN ('call', 'email', 'meeting') GROUP BY "leadId"`,
    [leadIds],
  );
  const first = touches.filter(({ leadId, at }) => at <= (dealAt.get(leadId) ?? at));
  await freezeEngagements(
    tx,
    first.map((touch) => ({ ...touch, basis: 'touch' })),
  );
  await engageByDeals(tx, left);
  await copyEngagementsToDeals(tx, leadIds);
}

/** Whose scores an event bears on that counts again. */
async function noteOwners(tx: SqlClient, eventIds: readonly string[], done: Reverted): Promise<void> {
  const rows = await querySql<{ leadId: string | null; companyId: string | null }>(
    tx,
    'SELECT "leadId", "companyId" FROM "Event" WHERE "id" = ANY($1::uuid[])',
    [eventIds],
  );
  for (const { leadId, companyId } of rows) {
    if (leadId) done.leadIds.add(leadId);
    else if (companyId) done.companyIds.add(companyId);
  }
}

/** A change that was taken back never was. */
async function forgetChanges(
  tx: SqlClient,
  importId: string,
  entity: 'lead' | 'company',
  reverted: readonly { id: string; path: string }[],
): Promise<void> {
  const keys = reverted.flatMap(({ id, path }) => {
    const isColumn = entity === 'company' && (path === 'name' || path === 'domain');
    const key = isColumn ? path : attributeKey(path);
    return key === null ? [] : [{ id, key }];
  });
  await querySql(
    tx,
    `DELETE FROM "AttributeChange" c USING jsonb_to_recordset($2::jsonb) AS r("id" uuid, "key" text)
     WHERE c."importId" = $1::uuid AND c."${entity === 'lead' ? 'leadId' : 'companyId'}" = r."id" AND c."key" = r."key"`,
    [importId, JSON.stringify(keys)],
  );
}
