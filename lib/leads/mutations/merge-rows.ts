import { flattenValues, nestAttributes, type FlatValues } from '@/lib/intake/flat-values';
import type { LeadState } from '@/lib/generated/prisma/enums';
import { querySql, type SqlClient } from '@/lib/server/sql';

/** A lead as merging sees it; its row is locked by this transaction. */
export interface MergingLead {
  id: string;
  /** What people call it. */
  called: string;
  mergedIntoId: string | null;
  ownerName: string | null;
  lockedById: string | null;
  lockName: string | null;
  lockedUntil: Date | null;
  /** What a merge may change. */
  values: FlatValues;
}

interface Row extends Omit<MergingLead, 'called' | 'values'> {
  name: string | null;
  email: string | null;
  externalId: string | null;
  companyId: string | null;
  ownerId: string | null;
  state: LeadState;
  snoozedUntil: Date | null;
  firstEngagedAt: Date | null;
  createdAt: Date;
  attributes: unknown;
}

/** Locks leads and those merged into them, in the order of ids, as everyone does who locks several. */
export async function lockLeads(tx: SqlClient, ids: readonly string[]): Promise<void> {
  await querySql(
    tx,
    `SELECT "id" FROM "Lead" WHERE "id" = ANY($1::uuid[]) OR "mergedIntoId" = ANY($1::uuid[])
     ORDER BY "id" FOR UPDATE`,
    [ids],
  );
}

/** Reads leads that are locked: what others committed before is seen. */
export async function readLeads(tx: SqlClient, ids: readonly string[]): Promise<Map<string, MergingLead>> {
  const rows = await querySql<Row>(
    tx,
    `SELECT l."id", l."name", l."email", l."externalId", l."companyId", l."ownerId", l."state"::text, l."snoozedUntil",
       l."firstEngagedAt", l."createdAt", l."attributes", l."mergedIntoId", o."name" AS "ownerName", l."lockedById",
       k."name" AS "lockName", l."lockedUntil"
     FROM "Lead" l LEFT JOIN "User" o ON o."id" = l."ownerId" LEFT JOIN "User" k ON k."id" = l."lockedById"
     WHERE l."id" = ANY($1::uuid[])`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, toMergingLead(row)]));
}

function toMergingLead(row: Row): MergingLead {
  const { id, externalId, mergedIntoId, ownerName, lockedById, lockName, lockedUntil, ...values } = row;
  const called = row.name ?? row.email ?? externalId ?? 'Unnamed lead';
  return {
    id,
    called,
    mergedIntoId,
    ownerName,
    lockedById,
    lockName,
    lockedUntil,
    values: flattenValues(values),
  };
}

/** Writes the values of a lead that is locked. */
export async function writeLeadValues(
  tx: SqlClient,
  leadId: string,
  values: FlatValues,
  now: Date,
): Promise<void> {
  await querySql(
    tx,
    `UPDATE "Lead" l SET "name" = r."name", "email" = r."email", "companyId" = r."companyId", "ownerId" = r."ownerId",
       "state" = r."state", "snoozedUntil" = r."snoozedUntil", "firstEngagedAt" = r."firstEngagedAt",
       "createdAt" = r."createdAt", "attributes" = $3::jsonb, "updatedAt" = $4::timestamptz
     FROM jsonb_to_record($2::jsonb) AS r("name" text, "email" text, "companyId" uuid, "ownerId" uuid,
       "state" "LeadState", "snoozedUntil" timestamptz, "firstEngagedAt" timestamptz, "createdAt" timestamptz)
     WHERE l."id" = $1::uuid`,
    [leadId, JSON.stringify(values), JSON.stringify(nestAttributes(values)), now],
  );
}

/** The tables whose rows hang on a lead and go with it; each is a column of `LeadMerge`, too. */
const MOVED = { events: 'Event', deals: 'Deal', activities: 'Activity', assignments: 'Assignment' } as const;

export type MovedIds = Record<keyof typeof MOVED, string[]>;

/** Gives all that happened with one lead to another. */
export async function moveHistory(tx: SqlClient, from: string, to: string): Promise<MovedIds> {
  const moved: MovedIds = { events: [], deals: [], activities: [], assignments: [] };
  for (const name of ['events', 'deals', 'activities', 'assignments'] as const) {
    const rows = await querySql<{ id: string }>(
      tx,
      `UPDATE "${MOVED[name]}" SET "leadId" = $2::uuid WHERE "leadId" = $1::uuid RETURNING "id"`,
      [from, to],
    );
    moved[name] = rows.map(({ id }) => id);
  }
  return moved;
}

/** Gives rows that a merge moved back; those that are elsewhere by now stay there. */
export async function returnHistory(tx: SqlClient, moved: MovedIds, from: string, to: string): Promise<void> {
  for (const name of ['events', 'deals', 'activities', 'assignments'] as const) {
    await querySql(
      tx,
      `UPDATE "${MOVED[name]}" SET "leadId" = $2::uuid WHERE "id" = ANY($3::uuid[]) AND "leadId" = $1::uuid`,
      [from, to, moved[name]],
    );
  }
}
