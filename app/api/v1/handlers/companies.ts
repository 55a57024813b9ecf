import { findCompanyId, listCompanyAnswers, loadCompanyAnswers } from '@/lib/api/data/companies';
import { OPERATIONS } from '@/lib/api/operations';
import type { CompanyAnswer } from '@/lib/api/schemas/companies';
import { toCompanyRecord } from '@/lib/api/to-records';
import { writeCompanies } from '@/lib/intake/mutations/write-companies';
import type { CompanyRecord } from '@/lib/intake/types';
import { getPool } from '@/lib/server/db';
import { AppError } from '@/lib/server/errors';
import { toBatchAnswer } from '../batch-answer';
import { bind, bindBatch, type Answer } from '../bind';
import { cutPage, openPlace, readIdPlace } from '../pages';
import { writeOne, writeRecords, type NamedAttributes } from '../write-records';

function attributesOf({ attributes }: CompanyRecord): NamedAttributes[] {
  return [{ entity: 'company', path: 'attributes', patch: attributes }];
}

const WRITING = { cause: 'company', attributesOf, write: writeCompanies } as const;

async function answerCompany(id: string | null): Promise<Answer<CompanyAnswer>> {
  const [company] = await loadCompanyAnswers(getPool(), id === null ? [] : [id]);
  if (!company) throw new AppError('not_found', 'There is no such company.');
  return { status: 200, body: company };
}

export const COMPANY_ROUTES = {
  listCompanies: bind(OPERATIONS.listCompanies, async ({ query }) => {
    const after = openPlace('companies', query.cursor, readIdPlace);
    const rows = await listCompanyAnswers(getPool(), { q: query.q, after, size: query.limit + 1 });
    return { status: 200, body: cutPage('companies', rows, query.limit, ({ id }) => id) };
  }),

  upsertCompany: bind(OPERATIONS.upsertCompany, ({ body, commit }) =>
    commit(async (context) => {
      const { id, status } = await writeOne(context, { ...WRITING, records: [toCompanyRecord(body)] });
      const [company] = await loadCompanyAnswers(context.tx, id === null ? [] : [id]);
      if (!company) throw new Error('The company that was written is not there.');
      return { status, body: company, location: `/companies/${company.id}` };
    }),
  ),

  upsertCompanies: bindBatch(OPERATIONS.upsertCompanies, (items, { commit }) =>
    commit(async (context) => {
      const records = items.flatMap((item) => (item.ok ? [toCompanyRecord(item.value)] : []));
      const done = await writeRecords(context, { ...WRITING, records });
      return { status: 200, body: toBatchAnswer(items, done) };
    }),
  ),

  findCompanyByDomain: bind(OPERATIONS.findCompanyByDomain, async ({ params }) =>
    answerCompany(await findCompanyId(getPool(), params.domain)),
  ),

  getCompany: bind(OPERATIONS.getCompany, ({ params }) => answerCompany(params.id)),
};
