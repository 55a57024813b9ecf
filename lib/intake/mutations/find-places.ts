import { querySql, type SqlClient } from '@/lib/server/sql';

/** Whom a row of events or deals tells of, in the row's own words. */
export interface PlaceKey {
  /** The lead's own id; it goes before what else the row says of the lead. */
  leadId?: string | null;
  email: string | null;
  /** The lead's external id. */
  externalId: string | null;
  source: string;
  companyDomain: string | null;
}

/** The lead and the company that a row tells of, as far as they are known. */
export interface Place {
  leadId: string | null;
  companyId: string | null;
}

/**
 * Finds lead and company of each row, in one query: the lead by its id, else by e-mail, else by external id; the company by domain, else
 * the lead's. A lead that was merged stands for the one it was merged into.
 */
export async function findPlaces(tx: SqlClient, keys: readonly PlaceKey[]): Promise<Place[]> {
  return querySql<Place & { position: number }>(
    tx,
    `SELECT coalesce(into_lead."id", l."id") AS "leadId",
       coalesce(c."id", into_lead."companyId", l."companyId") AS "companyId"
     FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::uuid[])
       WITH ORDINALITY AS k("email", "externalId", "source", "domain", "leadId", "position")
     LEFT JOIN "Lead" by_own ON by_own."id" = k."leadId"
     LEFT JOIN "Lead" by_email ON by_email."emailKey" = k."email"
     LEFT JOIN "Lead" by_id ON by_id."source" = k."source" AND by_id."externalId" = k."externalId"
     LEFT JOIN "Lead" l ON l."id" = CASE WHEN k."leadId" IS NOT NULL THEN by_own."id"
       ELSE coalesce(by_email."id", by_id."id") END
     LEFT JOIN "Lead" into_lead ON into_lead."id" = l."mergedIntoId"
     LEFT JOIN "Company" c ON c."domain" = k."domain"
     ORDER BY k."position"`,
    [
      keys.map((key) => key.email),
      keys.map((key) => key.externalId),
      keys.map((key) => key.source),
      keys.map((key) => key.companyDomain),
      keys.map((key) => key.leadId ?? null),
    ],
  );
}
