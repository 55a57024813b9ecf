import type { z } from 'zod';
import { writeAudit } from '@/lib/audit/mutations';
import type { Actor } from '@/lib/auth/actor';
import { Prisma } from '@/lib/generated/prisma/client';
import { getDb, type Db } from '@/lib/server/db';
import { AppError } from '@/lib/server/errors';
import { toPlainJson } from '@/lib/settings/schema';
import { addEventCriterion } from '../add-event-criterion';
import { DRAFT_NUMBER } from '../constants';
import { findDraft, findLiveVersion } from '../data';
import { activeRubric } from '../rubric-draft';
import { toDocument, type countEventSchema, type saveDraftSchema } from '../schema';
import { announceChange } from './announce';
import { MOVED_ON, requireLive, tellDifference, type StoredVersion } from './versions';

/**
 * Saves the draft of the live rubric, making one when there is none.
 *
 * @param reasons why criteria are worth what they are, by id; those that the draft has stay when absent.
 * @returns the revision to send with the next save.
 * @throws AppError `conflict` when someone else saved since the given revision.
 */
export async function saveDraft(
  actor: Actor<'rubric:write'>,
  { document: edited, off, revision, editor }: z.output<typeof saveDraftSchema>,
  reasons?: Readonly<Record<string, string>>,
): Promise<{ id: string; revision: number }> {
  const draft = { rubric: edited, off: off ?? [] };
  const content = {
    document: toDocument(activeRubric(draft)),
    ...(off && { switchedOff: off.length > 0 ? toPlainJson(draft) : Prisma.DbNull }),
    reasons,
  };
  return getDb().$transaction(async (tx) => {
    await announceChange(tx, actor.name, editor ?? null);
    const live = await requireLive(tx);
    const { id: baseId, rubricId, switchedOff } = live;
    const place = { rubricId, number: DRAFT_NUMBER };
    if (revision === 0) {
      const inherited = { switchedOff: switchedOff ?? Prisma.DbNull };
      const fresh = { ...place, ...inherited, ...content, baseId, revision: 1, createdById: actor.id };
      const [made] = await tx.rubricVersion.createManyAndReturn({ data: fresh, skipDuplicates: true });
      if (!made) throw new AppError('conflict', MOVED_ON);
      await auditDraft(tx, actor, live, made);
      return { id: made.id, revision: made.revision };
    }
    const before = await tx.rubricVersion.findFirst({ where: { ...place, revision } });
    const [saved] = await tx.rubricVersion.updateManyAndReturn({
      where: { ...place, revision },
      data: { ...content, revision: { increment: 1 } },
    });
    if (!saved || !before) throw new AppError('conflict', MOVED_ON);
    await auditDraft(tx, actor, before, saved);
    return { id: saved.id, revision: saved.revision };
  });
}

/** Notes what a save changed in the draft; a save that changes nothing is no entry. */
async function auditDraft(
  tx: Db,
  actor: Actor<'rubric:write'>,
  before: StoredVersion,
  after: StoredVersion,
): Promise<void> {
  const changes = tellDifference(before, after);
  if (changes.length === 0) return;
  const details = { changes };
  await writeAudit(tx, { user: actor, action: 'rubric.draft_saved', subject: 'rubric:draft', details });
}

/**
 * Puts a criterion that counts an event type into the draft, making one when there is none.
 *
 * @returns the criterion's id; `added` is false when the rubric counts the event already.
 * @throws AppError `conflict` when someone else saves the draft at the same moment.
 */
export async function countEvent(
  actor: Actor<'rubric:write'>,
  event: z.output<typeof countEventSchema>,
): Promise<{ criterionId: string; added: boolean }> {
  const [draft, live] = await Promise.all([findDraft(), findLiveVersion()]);
  const base = draft ?? live;
  if (!base)
    throw new AppError('not_found', 'There is no live rubric yet. Start the worker, which makes one.');
  const { rubric, criterionId, added } = addEventCriterion(base.document, event);
  if (added) await saveDraft(actor, { document: rubric, revision: draft?.revision ?? 0 });
  return { criterionId, added };
}

/** Throws the draft away; nothing happens when there is none. */
export async function discardDraft(actor: Actor<'rubric:write'>): Promise<void> {
  await getDb().$transaction(async (tx) => {
    const where = { state: 'draft', rubric: { versions: { some: { live: true } } } } as const;
    const draft = await tx.rubricVersion.findFirst({ where });
    const { count } = await tx.rubricVersion.deleteMany({ where });
    if (count === 0 || !draft) return;
    const changes = tellDifference(await requireLive(tx), draft);
    await writeAudit(tx, {
      user: actor,
      action: 'rubric.draft_discarded',
      subject: 'rubric:draft',
      details: { changes },
    });
    await announceChange(tx, actor.name);
  });
}
