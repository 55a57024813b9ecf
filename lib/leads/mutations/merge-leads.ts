import type { Actor } from '@/lib/auth/actor';
import type { KeyActor } from '@/lib/auth/key-actor';
import { writeAudit } from '@/lib/audit/mutations';
import { attributeKey, diffValues, type FlatValues } from '@/lib/intake/flat-values';
import { enqueueRescore } from '@/lib/scores/mutations/enqueue-rescore';
import { getDb } from '@/lib/server/db';
import { AppError } from '@/lib/server/errors';
import { querySql, type SqlClient } from '@/lib/server/sql';
import { whyNotWork } from '../access';
import { mergeValues } from '../merge-values';
import type { MergeInput } from '../schema';
import { announceLeads } from './hold-lead';
import { mergeEngagements } from './merge-engagements';
import { lockLeads, moveHistory, readLeads, writeLeadValues, type MergingLead } from './merge-rows';

/** A person who may merge leads, or a program whose key may write them. */
export type Merger = Actor<'leads:merge'> | KeyActor<'leads:write'>;

/** A lead with a hundred thousand events takes seconds. */
export const MERGE_TIMEOUT_MS = 60_000;

/**
 * Makes two leads one. The survivor gets all that happened with the other: events, deals, activities, assignments; and of
 * its values those that it does not know itself, or that `take` names. The earlier first engagement counts, for all
 * deals. The merged lead's row stays, with its score history: who looks for its address finds the survivor. Both are
 * rescored, and their companies' people where the rubric counts colleagues.
 *
 * @returns the id under which `undoMerge` takes it back exactly.
 * @throws AppError `not_found`; `conflict` when one of them was merged already; `forbidden` for a rep whose lead one is not.
 */
export async function mergeLeads(actor: Merger, input: MergeInput, now: Date): Promise<{ mergeId: string }> {
  const { survivorId, mergedId } = input;
  if (survivorId === mergedId) throw new AppError('invalid', 'A lead cannot be merged with itself.');
  return getDb().$transaction(
    async (tx) => {
      await lockLeads(tx, [survivorId, mergedId]);
      const leads = await readLeads(tx, [survivorId, mergedId]);
      const [survivor, merged] = [leads.get(survivorId), leads.get(mergedId)];
      if (!survivor || !merged)
        throw new AppError('not_found', 'One of the two leads is gone: it was erased.');
      checkMergeable(survivor, merged);
      for (const lead of [survivor, merged]) checkMayWork(actor, lead, now);
      const by = { user: actor, name: actor.name };
      const mergeId = await mergePair(tx, by, { survivor, merged, take: new Set(input.take) }, now);
      await announceLeads(tx, [survivorId, mergedId]);
      await enqueueRescore(tx, { leadIds: [survivorId, mergedId], cause: 'merge' });
      return { mergeId };
    },
    { timeout: MERGE_TIMEOUT_MS },
  );
}

function checkMergeable(survivor: MergingLead, merged: MergingLead): void {
  if (merged.mergedIntoId === survivor.id || survivor.mergedIntoId === merged.id) {
    throw new AppError('conflict', 'These two leads are merged already.');
  }
  for (const { called, mergedIntoId } of [survivor, merged]) {
    if (mergedIntoId === null) continue;
    throw new AppError(
      'conflict',
      `${called} was merged into another lead already. Merge with that one instead.`,
    );
  }
}

/** @throws AppError `forbidden` when a rep may not work the lead. */
export function checkMayWork(actor: Merger, lead: MergingLead, now: Date): void {
  if (!('role' in actor)) return;
  const { ownerName, lockedById, lockName, lockedUntil, values } = lead;
  const owner =
    typeof values.ownerId === 'string' && ownerName ? { id: values.ownerId, name: ownerName } : null;
  const held = lockedById && lockName && lockedUntil;
  const lock = held ? { id: lockedById, name: lockName, until: lockedUntil.getTime() } : null;
  const refusal = whyNotWork(actor, { owner, lock }, now.getTime());
  if (refusal) throw new AppError('forbidden', refusal);
}

/** Two leads that are locked, and the paths of values that the merged one's count of. */
export interface Pair {
  survivor: MergingLead;
  merged: MergingLead;
  take: ReadonlySet<string>;
}

/** Who merges: a person or program, or null with the name of what did it by itself. */
export interface MergedBy {
  user: Merger | null;
  name: string;
}

const INSERT_MERGE = `
  INSERT INTO "LeadMerge" ("id", "survivorId", "mergedId", "userId", "actor", "at", "before", "after", "events", "deals",
    "activities", "assignments", "changes", "writtenChanges", "endedAssignments", "earlierMerged", "taken")
  SELECT uuidv7(), r."survivorId", r."mergedId", r."userId", r."actor", $2::timestamptz, r."before", r."after",
    r."events", r."deals", r."activities", r."assignments", r."changes", r."writtenChanges", r."endedAssignments",
    r."earlierMerged", r."taken"
  FROM jsonb_to_record($1::jsonb) AS r("survivorId" uuid, "mergedId" uuid, "userId" uuid, "actor" text, "before" jsonb,
    "after" jsonb, "events" uuid[], "deals" uuid[], "activities" uuid[], "assignments" uuid[], "changes" uuid[],
    "writtenChanges" uuid[], "endedAssignments" uuid[], "earlierMerged" uuid[], "taken" jsonb)
  RETURNING "id"`;

/** Of all that was merged into a lead before, and the lead itself, the survivor is another now. */
const POINT_TO = `
  UPDATE "Lead" SET "mergedIntoId" = $2::uuid, "updatedAt" = now()
  WHERE "mergedIntoId" = $1::uuid OR "id" = $1::uuid RETURNING "id"`;

/**
 * Merges two leads that are locked, and writes down what it takes to undo it. Scores are the caller's.
 *
 * @returns the merge's id.
 */
export async function mergePair(
  tx: SqlClient,
  { user, name }: MergedBy,
  { survivor, merged, take }: Pair,
  now: Date,
): Promise<string> {
  const [survivorId, mergedId] = [survivor.id, merged.id];
  const after = mergeValues(survivor.values, merged.values, take);
  const difference = diffValues(survivor.values, after);
  const moved = await moveHistory(tx, mergedId, survivorId);
  const changes = await moveKnownPast(tx, survivor, merged, difference.before);
  const writtenChanges = await writeChanges(tx, survivorId, difference, now);
  const taken = await mergeEngagements(tx, survivorId, mergedId);
  await writeLeadValues(tx, survivorId, after, now);
  const endedAssignments = await endOtherAssignments(tx, survivorId, after.ownerId, now);
  const pointed = await querySql<{ id: string }>(tx, POINT_TO, [mergedId, survivorId]);
  const earlierMerged = pointed.flatMap(({ id }) => (id === mergedId ? [] : id));
  const userId = user && 'role' in user ? user.id : null;
  const rows = { ...moved, changes, writtenChanges, endedAssignments, earlierMerged, taken };
  const row = { survivorId, mergedId, userId, actor: name, ...difference, ...rows };
  const [made] = await querySql<{ id: string }>(tx, INSERT_MERGE, [JSON.stringify(row), now]);
  const mergeId = made?.id ?? '';
  const { events, deals, activities } = moved;
  const counts = { events: events.length, deals: deals.length, activities: activities.length };
  await writeAudit(tx, {
    user,
    actor: name,
    action: 'lead.merged',
    subject: `lead:${survivorId}`,
    details: { mergeId, into: survivor.called, merged: merged.called, mergedId, ...counts },
  });
  return mergeId;
}

/**
 * Of a value that only the merged lead knew, its past goes along: the survivor then had it all the time. What the survivor
 * knew before stays its own past, so that it scores as of then as it did.
 */
async function moveKnownPast(
  tx: SqlClient,
  survivor: MergingLead,
  merged: MergingLead,
  before: FlatValues,
): Promise<string[]> {
  const keys = Object.entries(before).flatMap(([path, value]) =>
    value === null ? (attributeKey(path) ?? []) : [],
  );
  const rows = await querySql<{ id: string }>(
    tx,
    `UPDATE "AttributeChange" c SET "leadId" = $2::uuid
     WHERE c."leadId" = $1::uuid AND c."key" = ANY($3::text[]) AND NOT EXISTS (
       SELECT 1 FROM "AttributeChange" own WHERE own."leadId" = $2::uuid AND own."key" = c."key")
     RETURNING c."id"`,
    [merged.id, survivor.id, keys],
  );
  return rows.map(({ id }) => id);
}

/** Writes down which known values the merge changed. */
async function writeChanges(
  tx: SqlClient,
  leadId: string,
  { before, after }: { before: FlatValues; after: FlatValues },
  at: Date,
): Promise<string[]> {
  const rows = Object.keys(after).flatMap((path) => {
    const key = attributeKey(path);
    return key === null || before[path] === null ? [] : [{ key, before: before[path], after: after[path] }];
  });
  const written = await querySql<{ id: string }>(
    tx,
    `INSERT INTO "AttributeChange" ("id", "leadId", "key", "before", "after", "at", "source")
     SELECT uuidv7(), $2::uuid, r."key", r."before", r."after", $3::timestamptz, 'merge'
     FROM jsonb_to_recordset($1::jsonb) AS r("key" text, "before" jsonb, "after" jsonb) RETURNING "id"`,
    [JSON.stringify(rows), leadId, at],
  );
  return written.map(({ id }) => id);
}

/** One open assignment stays: the owner's newest. */
async function endOtherAssignments(
  tx: SqlClient,
  leadId: string,
  ownerId: unknown,
  at: Date,
): Promise<string[]> {
  const ended = await querySql<{ id: string }>(
    tx,
    `UPDATE "Assignment" SET "endedAt" = $3::timestamptz
     WHERE "leadId" = $1::uuid AND "endedAt" IS NULL AND "id" IS DISTINCT FROM (
       SELECT "id" FROM "Assignment" WHERE "leadId" = $1::uuid AND "endedAt" IS NULL AND "userId" = $2::uuid
       ORDER BY "assignedAt" DESC, "id" DESC LIMIT 1)
     RETURNING "id"`,
    [leadId, typeof ownerId === 'string' ? ownerId : null, at],
  );
  return ended.map(({ id }) => id);
}
