import { z } from 'zod';
import { writeAudit } from '@/lib/audit/mutations';
import { attributeKey, revertValues, type FlatValues } from '@/lib/intake/flat-values';
import { enqueueRescore } from '@/lib/scores/mutations/enqueue-rescore';
import { getDb, type Db } from '@/lib/server/db';
import { AppError } from '@/lib/server/errors';
import { querySql } from '@/lib/server/sql';
import { announceLeads } from './hold-lead';
import { partEngagements, takenSchema } from './merge-engagements';
import { checkMayWork, MERGE_TIMEOUT_MS, type Merger } from './merge-leads';
import { lockLeads, readLeads, returnHistory, writeLeadValues, type MergingLead } from './merge-rows';

const flatSchema = z.record(z.string(), z.unknown());

async function findMerge(tx: Db, mergeId: string) {
  const found = await tx.leadMerge.findUnique({ where: { id: mergeId } });
  if (!found) throw new AppError('not_found', 'There is no such merge: one of the leads was erased since.');
  return found;
}

type Merge = Awaited<ReturnType<typeof findMerge>>;

/**
 * Takes a merge back: what came from the merged lead goes back to it, and each value that is still as the merge left it
 * becomes what it was. What happened since stays with the survivor. Both are rescored.
 *
 * @throws AppError `not_found`; `conflict` when it was undone already, when the survivor was itself merged since, or took
 *   in another lead since (undo the later merge first); `forbidden` for a rep whose lead it is not.
 */
export async function undoMerge(
  actor: Merger,
  mergeId: string,
  now: Date,
): Promise<{ survivorId: string; mergedId: string }> {
  return getDb().$transaction(
    async (tx) => {
      const { survivorId, mergedId } = await findMerge(tx, mergeId);
      await lockLeads(tx, [survivorId, mergedId]);
      const merge = await findMerge(tx, mergeId);
      const leads = await readLeads(tx, [survivorId, mergedId]);
      const [survivor, merged] = [leads.get(survivorId), leads.get(mergedId)];
      if (!survivor || !merged)
        throw new AppError('not_found', 'One of the two leads is gone: it was erased.');
      await checkLast(tx, merge, survivor);
      checkMayWork(actor, survivor, now);
      await part(tx, merge, survivor, now);
      await tx.leadMerge.update({ where: { id: mergeId }, data: { undoneAt: now } });
      await writeAudit(tx, {
        user: actor,
        action: 'lead.merge_undone',
        subject: `lead:${survivorId}`,
        details: { mergeId, from: survivor.called, merged: merged.called, mergedId },
      });
      await announceLeads(tx, [survivorId, mergedId]);
      await enqueueRescore(tx, { leadIds: [survivorId, mergedId], cause: 'merge' });
      return { survivorId, mergedId };
    },
    { timeout: MERGE_TIMEOUT_MS },
  );
}

/** Merges are undone last one first: so each finds what it left. */
async function checkLast(tx: Db, merge: Merge, survivor: MergingLead): Promise<void> {
  if (merge.undoneAt) throw new AppError('conflict', 'This merge was undone already.');
  if (survivor.mergedIntoId) {
    throw new AppError(
      'conflict',
      `${survivor.called} was merged into another lead since. Undo that merge first.`,
    );
  }
  const [later] = await querySql<{ called: string }>(
    tx,
    `SELECT coalesce(l."name", l."email", l."externalId") AS "called"
     FROM "LeadMerge" m JOIN "Lead" l ON l."id" = m."mergedId"
     WHERE m."survivorId" = $1::uuid AND m."undoneAt" IS NULL AND (m."at", m."id") > ($2::timestamptz, $3::uuid)
     ORDER BY m."at" DESC, m."id" DESC LIMIT 1`,
    [merge.survivorId, merge.at, merge.id],
  );
  if (later) {
    throw new AppError(
      'conflict',
      `${later.called} was merged into the same lead later. Undo that merge first.`,
    );
  }
}

async function part(tx: Db, merge: Merge, survivor: MergingLead, now: Date): Promise<void> {
  const { survivorId, mergedId } = merge;
  const [before, after]: FlatValues[] = [flatSchema.parse(merge.before), flatSchema.parse(merge.after)];
  const { values, reverted } = revertValues(survivor.values, before ?? {}, after ?? {});
  await writeLeadValues(tx, survivorId, values, now);
  await returnHistory(tx, merge, survivorId, mergedId);
  await querySql(
    tx,
    `UPDATE "AttributeChange" SET "leadId" = $2::uuid WHERE "id" = ANY($3::uuid[]) AND "leadId" = $1::uuid`,
    [survivorId, mergedId, merge.changes],
  );
  // A value that changed again since still has the merge in its past.
  const keys = reverted.flatMap((path) => attributeKey(path) ?? []);
  await querySql(
    tx,
    `DELETE FROM "AttributeChange" WHERE "id" = ANY($1::uuid[]) AND "key" = ANY($2::text[])`,
    [merge.writtenChanges, keys],
  );
  await querySql(
    tx,
    `UPDATE "Assignment" SET "endedAt" = NULL WHERE "id" = ANY($1::uuid[]) AND "endedAt" = $2::timestamptz`,
    [merge.endedAssignments, merge.at],
  );
  await querySql(
    tx,
    `UPDATE "Lead" SET "mergedIntoId" = $2::uuid WHERE "id" = ANY($3::uuid[]) AND "mergedIntoId" = $1::uuid`,
    [survivorId, mergedId, merge.earlierMerged],
  );
  await tx.lead.update({ where: { id: mergedId }, data: { mergedIntoId: null } });
  await partEngagements(tx, takenSchema.parse(merge.taken), survivorId);
}
