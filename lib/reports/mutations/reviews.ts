import { writeAudit } from '@/lib/audit/mutations';
import type { Actor } from '@/lib/auth/actor';
import { getDb } from '@/lib/server/db';
import { readReviewFigures } from '../data/reviews';

/** Records that somebody looked at whether the model works, with the figures of this instant. */
export async function recordReview(actor: Actor<'reports:read'>, note: string, now: Date): Promise<void> {
  const figures = await readReviewFigures(now);
  await getDb().$transaction(async (tx) => {
    const live = await tx.rubricVersion.findFirst({ where: { live: true }, select: { id: true } });
    await tx.reportReview.create({
      data: {
        at: now,
        userId: actor.id,
        reviewer: actor.name,
        note,
        rubricVersionId: live?.id ?? null,
        figures,
      },
    });
    const { verdict, sentence } = figures;
    await writeAudit(tx, { user: actor, action: 'report.reviewed', details: { verdict, sentence, note } });
  });
}
