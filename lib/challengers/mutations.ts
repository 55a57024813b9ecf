import type { z } from 'zod';
import { writeAudit } from '@/lib/audit/mutations';
import type { Actor } from '@/lib/auth/actor';
import { DRAFT_NUMBER } from '@/lib/rubrics/constants';
import { lockFacts, nextNumber, requireLive } from '@/lib/rubrics/mutations/versions';
import { getDb } from '@/lib/server/db';
import { AppError } from '@/lib/server/errors';
import type { startChallengerSchema, withdrawChallengerSchema } from './schema';

/**
 * Makes the draft a version of its own that runs in shadow: it scores nobody, and is compared with the live version on
 * the same evidence whenever someone looks.
 *
 * @throws AppError `conflict` when the draft was saved again since it was seen, or another challenger runs.
 */
export async function startChallenger(
  actor: Actor<'rubric:write'>,
  { note, revision }: z.output<typeof startChallengerSchema>,
  now: Date,
): Promise<{ id: string; number: number }> {
  return getDb().$transaction(async (tx) => {
    await lockFacts(tx);
    const { id: liveId, rubricId } = await requireLive(tx);
    const challenger = await tx.rubricVersion.findFirst({
      where: { rubricId, state: 'published', live: false },
    });
    if (challenger) {
      const message = `Version ${challenger.number} runs as challenger already. Promote or withdraw it first.`;
      throw new AppError('conflict', message);
    }
    const draft = await tx.rubricVersion.findFirst({ where: { rubricId, number: DRAFT_NUMBER } });
    if (draft?.revision !== revision) {
      throw new AppError('conflict', 'Someone else changed the draft meanwhile. Reload to see it.');
    }
    const number = await nextNumber(tx, rubricId);
    await tx.rubricVersion.update({
      where: { id: draft.id },
      data: { number, state: 'published', note, shadowedAt: now, baseId: liveId, publishedById: actor.id },
    });
    await writeAudit(tx, {
      user: actor,
      action: 'rubric.challenger_started',
      subject: `rubric:${number}`,
      details: { note },
    });
    return { id: draft.id, number };
  });
}

/**
 * Ends a challenger's run; it stays among the versions.
 *
 * @throws AppError `conflict` when it runs no longer.
 */
export async function withdrawChallenger(
  actor: Actor<'rubric:write'>,
  { challengerId }: z.output<typeof withdrawChallengerSchema>,
  now: Date,
): Promise<{ number: number }> {
  return getDb().$transaction(async (tx) => {
    const [withdrawn] = await tx.rubricVersion.updateManyAndReturn({
      where: { id: challengerId, state: 'published', live: false },
      data: { state: 'retired', retiredAt: now },
    });
    if (!withdrawn) throw new AppError('conflict', 'It runs as challenger no longer. Reload.');
    await writeAudit(tx, {
      user: actor,
      action: 'rubric.challenger_withdrawn',
      subject: `rubric:${withdrawn.number}`,
    });
    return { number: withdrawn.number };
  });
}
