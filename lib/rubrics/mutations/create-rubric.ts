import { writeAudit } from '@/lib/audit/mutations';
import type { Rubric } from '@/lib/scoring/types';
import { getDb } from '@/lib/server/db';
import { addJob } from '@/lib/server/jobs';
import { toDocument } from '../schema';
import { B2B_SAAS_TEMPLATE } from '../templates/b2b-saas';
import { lockFacts } from './versions';

/**
 * Publishes a template as the first rubric when there is none yet, so that leads have a score from the first import on.
 *
 * @returns the version's id, or null when a rubric was there.
 */
export async function createFirstRubric(
  now: Date,
  document: Rubric = B2B_SAAS_TEMPLATE,
): Promise<string | null> {
  return getDb().$transaction(async (tx) => {
    await lockFacts(tx);
    if (await tx.rubric.findFirst({ select: { id: true } })) return null;
    const rubric = await tx.rubric.create({ data: { name: document.name, createdAt: now } });
    const version = await tx.rubricVersion.create({
      data: {
        rubricId: rubric.id,
        number: 1,
        state: 'published',
        live: true,
        document: toDocument(document),
        note: 'The template that comes with Leadgrid.',
        createdAt: now,
        publishedAt: now,
      },
    });
    await addJob(tx, 'rescore-all', {}, { key: 'rescore-all' });
    await writeAudit(tx, { user: null, action: 'rubric.published', subject: 'rubric:1' });
    return version.id;
  });
}
