import { loadLeadAnswers } from '@/lib/api/data/leads';
import { explainAsOf } from '@/lib/api/data/scores';
import { OPERATIONS } from '@/lib/api/operations';
import { sealCursor } from '@/lib/api/page-cursor';
import { readCursor } from '@/lib/leads/cursor';
import { listLeadPage } from '@/lib/leads/data';
import { listQueueTiers } from '@/lib/queue/data';
import { toWaitingConditions } from '@/lib/queue/queue-conditions';
import { getPool } from '@/lib/server/db';
import { AppError } from '@/lib/server/errors';
import { bind } from '../bind';
import { requireLeadId } from '../find-lead';
import { openPlace } from '../pages';

export const SCORE_ROUTES = {
  getScore: bind(OPERATIONS.getScore, async ({ params, query, now }) => {
    const leadId = await requireLeadId({ leadId: params.id });
    const score = await explainAsOf(getPool(), leadId, query.asOf ? new Date(query.asOf) : now);
    if (!score) throw new AppError('not_found', 'There is no rubric to score by yet.');
    return { status: 200, body: score };
  }),

  listQueue: bind(OPERATIONS.listQueue, async ({ query, now }) => {
    const { q, tier, owner, source, country, limit } = query;
    const tiers = await listQueueTiers();
    const filter = { q, owner, tiers: tier ?? [], sources: source ?? [], countries: country ?? [] };
    const page = await listLeadPage({
      conditions: toWaitingConditions(filter, tiers, now),
      order: 'queue',
      after: openPlace('queue', query.cursor, readCursor),
      size: limit,
    });
    const leads = await loadLeadAnswers(
      getPool(),
      page.rows.map(({ id }) => id),
    );
    return {
      status: 200,
      body: {
        items: leads.map((lead, index) => ({ rank: page.first + index, lead })),
        next: page.next && sealCursor('queue', page.next),
      },
    };
  }),
};
