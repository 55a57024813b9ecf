import type { Membership } from '@/lib/intake/mutations/join-companies';
import { querySql, type SqlClient } from '@/lib/server/sql';
import type { People } from './find-people';

/** A visitor whom nobody knows, and the company they say they belong to. */
export interface VisitorMembership {
  anonymousId: string;
  companyId: string;
}

const KEEP = `
  INSERT INTO "VisitorCompany" ("anonymousId", "companyId", "at")
  SELECT v."anonymousId", v."companyId", $3::timestamptz
  FROM unnest($1::text[], $2::uuid[]) AS v("anonymousId", "companyId") ORDER BY 1
  ON CONFLICT ("anonymousId") DO UPDATE SET "companyId" = excluded."companyId", "at" = excluded."at"`;

/** Keeps to which companies visitors belong until it is known who they are; of one visitor the last word counts. */
export async function keepVisitorCompanies(
  tx: SqlClient,
  members: readonly VisitorMembership[],
  now: Date,
): Promise<void> {
  const last = new Map(members.map(({ anonymousId, companyId }) => [anonymousId, companyId]));
  if (last.size > 0) await querySql(tx, KEEP, [[...last.keys()], [...last.values()], now]);
}

const TAKE = `
  DELETE FROM "VisitorCompany" WHERE "anonymousId" = ANY($1::text[]) RETURNING "anonymousId", "companyId"`;

/** The memberships of visitors who turn out to be leads by these messages; a company that is known of them stays. */
export async function takeVisitorCompanies(tx: SqlClient, people: People): Promise<Membership[]> {
  const visitors = people.links.flatMap(({ kind, value }) => (kind === 'anonymous' ? value : []));
  if (visitors.length === 0) return [];
  const rows = await querySql<VisitorMembership & { [column: string]: unknown }>(tx, TAKE, [visitors]);
  return rows.flatMap(({ anonymousId, companyId }): Membership[] => {
    const lead = people.get('anonymous', anonymousId);
    return lead && lead.companyId === null ? [{ leadId: lead.leadId, companyId }] : [];
  });
}
