import { querySql, type SqlClient } from '@/lib/server/sql';
import type { CompanyAnswer } from '../schemas/companies';

interface CompanyRow extends Omit<CompanyAnswer, 'createdAt' | 'updatedAt'> {
  createdAt: Date;
  updatedAt: Date;
}

const COMPANIES = `
  SELECT c."id", c."name", c."domain", c."source", c."externalId", c."attributes", c."createdAt", c."updatedAt",
    (SELECT count(*)::int FROM "Lead" l WHERE l."companyId" = c."id" AND l."mergedIntoId" IS NULL) AS "leads"
  FROM "Company" c`;

/** Companies as the API answers them, in the order of their ids. */
export async function loadCompanyAnswers(
  client: SqlClient,
  companyIds: readonly string[],
): Promise<CompanyAnswer[]> {
  const rows = await querySql<CompanyRow>(
    client,
    `${COMPANIES} JOIN unnest($1::uuid[]) WITH ORDINALITY AS wanted("id", "position") USING ("id")
     ORDER BY wanted."position"`,
    [companyIds],
  );
  return rows.map(toAnswer);
}

/** The id of the company with a domain; null when there is none. */
export async function findCompanyId(client: SqlClient, domain: string): Promise<string | null> {
  const [row] = await querySql<{ id: string }>(client, 'SELECT "id" FROM "Company" WHERE "domain" = $1', [
    domain,
  ]);
  return row?.id ?? null;
}

/** A page of companies, the last added first, by keyset. */
export async function listCompanyAnswers(
  client: SqlClient,
  { q, after, size }: { q?: string; after?: string; size: number },
): Promise<CompanyAnswer[]> {
  const beginning = q === undefined ? null : `${q.toLowerCase().replace(/[\\%_]/gu, '\\$&')}%`;
  const rows = await querySql<CompanyRow>(
    client,
    `${COMPANIES} WHERE ($1::text IS NULL OR lower(c."name") LIKE $1) AND ($2::uuid IS NULL OR c."id" < $2)
     ORDER BY c."id" DESC LIMIT $3`,
    [beginning, after ?? null, size],
  );
  return rows.map(toAnswer);
}

function toAnswer({ createdAt, updatedAt, ...company }: CompanyRow): CompanyAnswer {
  return { ...company, createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() };
}
