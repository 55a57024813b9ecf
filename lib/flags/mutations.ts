import type { z } from 'zod';
import { writeAudit } from '@/lib/audit/mutations';
import type { Actor } from '@/lib/auth/actor';
import { findLiveVersion } from '@/lib/rubrics/data';
import { listCriteria } from '@/lib/rubrics/list-criteria';
import { getDb, type Db } from '@/lib/server/db';
import { AppError } from '@/lib/server/errors';
import { findFlag } from './data';
import type { answerFlagSchema, raiseFlagSchema } from './schema';
import type { Flag, FlaggedItem } from './types';

const ANSWERED = 'It was answered or withdrawn meanwhile. Reload to see it.';

/**
 * Raises a flag against a criterion or a disqualifier of the live rubric.
 *
 * @throws AppError `not_found` when the live rubric has no such thing, or there is no such lead.
 */
export async function raiseFlag(
  actor: Actor<'rubric:read'>,
  { kind, itemId, reason, leadId }: z.output<typeof raiseFlagSchema>,
  now: Date,
): Promise<Flag> {
  const live = await findLiveVersion();
  const items = live && (kind === 'criterion' ? listCriteria(live.document) : live.document.disqualifiers);
  const item = items?.find(({ id }) => id === itemId);
  if (!live || !item)
    throw new AppError('not_found', `The live rubric has no such ${kind} any more. Reload.`);
  return getDb().$transaction(async (tx) => {
    if (leadId && !(await tx.lead.findUnique({ where: { id: leadId }, select: { id: true } })))
      throw new AppError('not_found', 'This lead is gone. Reload.');
    const { id } = await tx.flag.create({
      data: {
        kind,
        criterionId: itemId,
        label: item.label,
        rubricNumber: live.number,
        leadId,
        userId: actor.id,
        reason,
        at: now,
      },
    });
    await writeFlagAudit(tx, actor, 'raised', { kind, itemId }, { [kind]: item.label, because: reason });
    return requireFlag(tx, id, actor.id);
  });
}

/**
 * Answers an open flag: whoever raised it is told.
 *
 * @throws AppError `conflict` when it is open no longer.
 */
export async function answerFlag(
  actor: Actor<'rubric:write'>,
  { id, outcome, answer }: z.output<typeof answerFlagSchema>,
  now: Date,
): Promise<Flag> {
  return getDb().$transaction(async (tx) => {
    const { count } = await tx.flag.updateMany({
      where: { id, answeredAt: null },
      data: { outcome, answer, answeredById: actor.id, answeredAt: now },
    });
    if (count === 0) throw new AppError('conflict', ANSWERED);
    const flag = await requireFlag(tx, id, actor.id);
    const details = { [flag.kind]: flag.label, because: flag.reason, outcome, answer };
    await writeFlagAudit(tx, actor, 'answered', flag, details);
    return flag;
  });
}

/**
 * Takes back a flag of one's own that is still open.
 *
 * @throws AppError `conflict` when it is open no longer, or someone else's.
 */
export async function withdrawFlag(actor: Actor<'rubric:read'>, id: string, now: Date): Promise<void> {
  await getDb().$transaction(async (tx) => {
    const [flag] = await tx.flag.updateManyAndReturn({
      where: { id, userId: actor.id, answeredAt: null },
      data: { outcome: 'withdrawn', answeredById: actor.id, answeredAt: now, seenAt: now },
    });
    if (!flag) throw new AppError('conflict', ANSWERED);
    const { kind, criterionId: itemId, label } = flag;
    await writeFlagAudit(tx, actor, 'withdrawn', { kind, itemId }, { [kind]: label });
  });
}

/** Notes that somebody has seen the answers to their flags. */
export async function markAnswersSeen(actor: Actor<'rubric:read'>, now: Date): Promise<void> {
  await getDb().flag.updateMany({
    where: { userId: actor.id, answeredAt: { lte: now }, seenAt: null },
    data: { seenAt: now },
  });
}

async function requireFlag(tx: Db, id: string, readerId: string): Promise<Flag> {
  const flag = await findFlag(id, readerId, tx);
  if (!flag) throw new AppError('not_found', 'There is no such flag.');
  return flag;
}

function writeFlagAudit(
  tx: Db,
  user: Actor<'rubric:read'> | Actor<'rubric:write'>,
  verb: 'raised' | 'answered' | 'withdrawn',
  { kind, itemId }: FlaggedItem,
  details: Record<string, string>,
): Promise<void> {
  return writeAudit(tx, { user, action: `flag.${verb}`, subject: `${kind}:${itemId}`, details });
}
