import { findDealKey, listDealAnswers, loadDealAnswers } from '@/lib/api/data/deals';
import { OPERATIONS } from '@/lib/api/operations';
import type { DealAnswer } from '@/lib/api/schemas/deals';
import { toDealChange, toDealRecord } from '@/lib/api/to-records';
import type { BatchContext } from '@/lib/intake/mutations/batch';
import { writeDeals } from '@/lib/intake/mutations/write-deals';
import type { DealRecord } from '@/lib/intake/types';
import { getPool } from '@/lib/server/db';
import { AppError } from '@/lib/server/errors';
import type { SqlClient } from '@/lib/server/sql';
import { toBatchAnswer } from '../batch-answer';
import { bind, bindBatch } from '../bind';
import { cutPage, openPlace, readIdPlace } from '../pages';
import { writeOne, writeRecords } from '../write-records';

const WRITING = {
  cause: 'attribute',
  write: (context: BatchContext, records: readonly DealRecord[]) =>
    writeDeals(context, records, { closedNow: true }),
} as const;

async function requireDeal(client: SqlClient, id: string | null): Promise<DealAnswer> {
  const [deal] = await loadDealAnswers(client, id === null ? [] : [id]);
  if (!deal) throw new AppError('not_found', 'There is no such deal.');
  return deal;
}

export const DEAL_ROUTES = {
  listDeals: bind(OPERATIONS.listDeals, async ({ query }) => {
    const { outcome, leadId, companyId, limit } = query;
    const after = openPlace('deals', query.cursor, readIdPlace);
    const rows = await listDealAnswers(getPool(), { outcome, leadId, companyId, after, size: limit + 1 });
    return { status: 200, body: cutPage('deals', rows, limit, ({ id }) => id) };
  }),

  upsertDeal: bind(OPERATIONS.upsertDeal, ({ body, commit }) =>
    commit(async (context) => {
      const { id, status } = await writeOne(context, { ...WRITING, records: [toDealRecord(body)] });
      const deal = await requireDeal(context.tx, id);
      return { status, body: deal, location: `/deals/${deal.id}` };
    }),
  ),

  upsertDeals: bindBatch(OPERATIONS.upsertDeals, (items, { commit }) =>
    commit(async (context) => {
      const records = items.flatMap((item) => (item.ok ? [toDealRecord(item.value)] : []));
      const done = await writeRecords(context, { ...WRITING, records });
      return { status: 200, body: toBatchAnswer(items, done) };
    }),
  ),

  getDeal: bind(OPERATIONS.getDeal, async ({ params }) => ({
    status: 200,
    body: await requireDeal(getPool(), params.id),
  })),

  changeDeal: bind(OPERATIONS.changeDeal, ({ params, body, commit }) =>
    commit(async (context) => {
      if (!(await findDealKey(context.tx, params.id)))
        throw new AppError('not_found', 'There is no such deal.');
      await writeOne(context, { ...WRITING, records: [toDealChange(params.id, body)] });
      return { status: 200, body: await requireDeal(context.tx, params.id) };
    }),
  ),
};
