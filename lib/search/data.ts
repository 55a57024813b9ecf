import { escapePattern } from '@/lib/leads/lead-filter';
import { getPool } from '@/lib/server/db';
import { querySql } from '@/lib/server/sql';

/** Results of each kind. */
const LIMIT = 8;

export interface LeadHit {
  id: string;
  name: string;
  company: string | null;
  tier: string | null;
}

export interface CompanyHit {
  id: string;
  name: string;
}

/**
 * Leads and companies by the beginning of their name or address, each read from an index; when those are few, also by
 * the beginning of a later word of a lead's name, such as the surname. Best leads first.
 */
export async function searchEverything(text: string): Promise<{ leads: LeadHit[]; companies: CompanyHit[] }> {
  const beginning = `${escapePattern(text)}%`;
  const companies = querySql<CompanyHit>(
    getPool(),
    `SELECT "id", "name" FROM "Company" WHERE lower("name") LIKE $1 ORDER BY lower("name"), "id" LIMIT $2`,
    [beginning, LIMIT],
  );
  const first = await findLeads(`(lower("name") LIKE $1 OR "emailKey" LIKE $1)`, [beginning]);
  const rest = first.length < LIMIT ? await findLeads(`lower("name") LIKE $1`, [`% ${beginning}`]) : [];
  const known = new Set(first.map(({ id }) => id));
  const leads = [...first, ...rest.filter(({ id }) => !known.has(id))].slice(0, LIMIT);
  return { leads, companies: await companies };
}

/** The best leads of those that a constant condition on "Lead" finds; at most 500 are looked at. */
function findLeads(condition: string, values: readonly string[]): Promise<LeadHit[]> {
  return querySql<LeadHit>(
    getPool(),
    `WITH found AS (
       SELECT "id", "name", "email", "companyId" FROM "Lead" WHERE ${condition} AND "mergedIntoId" IS NULL LIMIT 500)
     SELECT found."id", coalesce(found."name", found."email", 'Unnamed lead') AS "name", c."name" AS "company", s."tier"
     FROM found LEFT JOIN "LeadScore" s ON s."leadId" = found."id"
     LEFT JOIN "Company" c ON c."id" = found."companyId"
     ORDER BY s."tierRank" NULLS LAST, s."score" DESC, found."id" LIMIT ${LIMIT}`,
    values,
  );
}
