import type { z } from 'zod';
import { writeAudit } from '@/lib/audit/mutations';
import type { Authority } from '@/lib/auth/key-actor';
import { Prisma, type RubricVersion } from '@/lib/generated/prisma/client';
import { publishEvents } from '@/lib/outbox/mutations';
import { getDb, type Db } from '@/lib/server/db';
import { AppError } from '@/lib/server/errors';
import { addJob } from '@/lib/server/jobs';
import { DRAFT_NUMBER } from '../constants';
import { toDocument, type publishSchema } from '../schema';
import { announceChange } from './announce';
import { lockFacts, MOVED_ON, nextNumber, requireLive, tellDifference } from './versions';

/**
 * Publishes a document or the draft as the next version, or the challenger as what it is: from commit on it is the live
 * one, and a job rescores everyone with it.
 *
 * @throws AppError `conflict` when another version went live, or the draft was saved again, since it was edited.
 */
export async function publishRubric(
  actor: Authority<'rubric:write'>,
  input: z.output<typeof publishSchema>,
  now: Date,
): Promise<{ id: string; number: number }> {
  return getDb().$transaction(
    async (tx) => {
      await lockFacts(tx);
      const live = await requireLive(tx);
      const { id, number } = await findDocumentToPublish(tx, actor, live, input);
      await tx.rubricVersion.update({
        where: { id: live.id },
        data: { state: 'retired', live: false, retiredAt: now },
      });
      const published = {
        number,
        state: 'published',
        live: true,
        note: input.note,
        publishedAt: now,
      } as const;
      const version = await tx.rubricVersion.update({
        where: { id },
        data: { ...published, publishedById: personId(actor) },
      });
      await announceChange(tx, 'name' in actor ? actor.name : '');
      await addJob(tx, 'rescore-all', {}, { key: 'rescore-all' });
      await writeAudit(tx, {
        user: actor,
        action: 'rubric.published',
        subject: `rubric:${number}`,
        details: {
          note: input.note,
          from: live.number,
          ...('challengerId' in input && { promoted: true }),
          changes: tellDifference(live, version),
        },
      });
      await publishEvents(tx, [
        {
          type: 'rubric.published',
          at: now,
          data: { versionId: id, userId: personId(actor), note: input.note },
        },
      ]);
      return { id, number };
    },
    { timeout: 30_000 },
  );
}

/** The account of whoever acts; null when it is a key. */
function personId(actor: Authority<'rubric:write'>): string | null {
  return 'id' in actor ? actor.id : null;
}

/** The row that is to go live: the draft, the challenger, or a new one that holds the document, so that a draft stays. */
async function findDocumentToPublish(
  tx: Db,
  actor: Authority<'rubric:write'>,
  live: Pick<RubricVersion, 'id' | 'rubricId' | 'switchedOff'>,
  input: z.output<typeof publishSchema>,
): Promise<{ id: string; number: number }> {
  if (input.baseId !== undefined && input.baseId !== live.id) throw new AppError('conflict', MOVED_ON);
  if ('challengerId' in input) return findChallengerToPublish(tx, live, input.challengerId);
  const number = await nextNumber(tx, live.rubricId);
  if (!('document' in input)) return { id: await findDraftToPublish(tx, live, input), number };
  const { id } = await tx.rubricVersion.create({
    data: {
      rubricId: live.rubricId,
      number,
      state: 'published',
      document: toDocument(input.document),
      switchedOff: live.switchedOff ?? Prisma.DbNull,
      baseId: live.id,
      createdById: personId(actor),
    },
  });
  return { id, number };
}

async function findChallengerToPublish(
  tx: Db,
  { rubricId }: { rubricId: string },
  id: string,
): Promise<{ id: string; number: number }> {
  const challenger = await tx.rubricVersion.findFirst({
    where: { id, rubricId, state: 'published', live: false },
  });
  if (!challenger) throw new AppError('conflict', 'It runs as challenger no longer. Reload.');
  return { id, number: challenger.number };
}

async function findDraftToPublish(
  tx: Db,
  live: { id: string; rubricId: string },
  { revision, baseId }: { revision: number; baseId?: string | undefined },
): Promise<string> {
  const draft = await tx.rubricVersion.findFirst({
    where: { rubricId: live.rubricId, number: DRAFT_NUMBER },
  });
  if (!draft) throw new AppError('conflict', 'There is no draft to publish any more. Reload.');
  const isFresh = (baseId ?? draft.baseId) === live.id;
  if (draft.revision !== revision || !isFresh) throw new AppError('conflict', MOVED_ON);
  return draft.id;
}
