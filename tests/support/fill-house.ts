import type { Pool, PoolClient } from 'pg';

/** How many of everything a filled house holds. */
export interface HouseSize {
  leads: number;
  events: number;
}

/** Whoever is active on a day leaves so many events on it. */
const EVENTS_PER_VISIT = 5;

const FILL_COMPANIES = `
  INSERT INTO "Company" ("id", "name", "domain", "attributes")
  SELECT uuidv7(), 'Company ' || n, 'company' || n || '.example', jsonb_build_object(
    'employees', (10 ^ (1 + 3.5 * random()))::int,
    'industry', (ARRAY['SaaS', 'Fintech', 'Retail', 'Health Care', 'Logistics', 'Education'])[1 + floor(random() * 6)::int],
    'country', (ARRAY['Germany', 'France', 'Spain', 'United States', 'Japan', 'India'])[1 + floor(random() * 6)::int],
    'revenue', floor(random() * 1000) * 100000,
    'technologies', jsonb_build_array((ARRAY['Salesforce', 'HubSpot', 'Segment', 'AWS'])[1 + floor(random() * 4)::int]))
  FROM generate_series(1, $1::int) n`;

const FILL_LEADS = `
  WITH company AS (
    SELECT "id", row_number() OVER (ORDER BY "id") AS c FROM "Company"),
  place AS MATERIALIZED (
    SELECT n, 1 + floor(random() * $3::int)::int AS c FROM generate_series(1, $1::int) n)
  INSERT INTO "Lead" ("id", "email", "emailKey", "name", "companyId", "attributes", "createdAt")
  SELECT uuidv7(), address, address, 'Person ' || n, company."id", jsonb_build_object(
      'title', (ARRAY['VP', 'Director', 'Head of', 'Senior', 'Junior', 'Student', 'Chief'])[1 + floor(random() * 7)::int]
        || ' ' || (ARRAY['Sales', 'Revenue', 'Marketing', 'Finance', 'Engineering'])[1 + floor(random() * 5)::int],
      'country', 'Germany', 'decisionMaker', random() < 0.2),
    $2::timestamptz - interval '300 days' * random()
  FROM place JOIN company USING (c), LATERAL (
    SELECT 'person' || n || '@' || CASE WHEN n % 9 = 0 THEN 'gmail.com' ELSE 'company' || place.c || '.example' END AS address) a`;

/** $1: visits, $2: the instant before which all began, $3: how many days before at most, $4: leads. */
const HAPPENINGS = `
  WITH lead AS (
    SELECT "id", row_number() OVER (ORDER BY "id") AS l FROM "Lead"),
  visit AS MATERIALIZED (
    SELECT 1 + floor(random() * $4::int)::int AS l, $2::timestamptz - interval '1 day' * $3::float8 * random() AS began
    FROM generate_series(1, $1::int)),
  happening AS (
    SELECT l, began + interval '20 minutes' * random() AS at, random() AS kind, random() AS page
    FROM visit, generate_series(1, ${EVENTS_PER_VISIT}))`;

const INSERT_HAPPENINGS = `
  INSERT INTO "Event" ("id", "messageId", "leadId", "type", "at", "receivedAt", "properties", "source")
  SELECT e.id, e.id::text, lead."id", type, at, at,
    CASE type WHEN 'page_viewed'
      THEN jsonb_build_object('path', (ARRAY['/', '/blog', '/pricing', '/docs', '/careers'])[1 + floor(page * 5)::int])
      ELSE '{}' END, 'bench'
  FROM (SELECT *, uuidv7() AS id, CASE
      WHEN kind < 0.45 THEN 'page_viewed' WHEN kind < 0.70 THEN 'email_opened' WHEN kind < 0.80 THEN 'product_used'
      WHEN kind < 0.88 THEN 'email_clicked' WHEN kind < 0.93 THEN 'content_downloaded'
      WHEN kind < 0.96 THEN 'webinar_attended' WHEN kind < 0.98 THEN 'form_submitted'
      WHEN kind < 0.988 THEN 'email_replied' WHEN kind < 0.994 THEN 'demo_requested'
      WHEN kind < 0.997 THEN 'unsubscribed' ELSE 'email_bounced' END AS type
    FROM happening) e JOIN lead USING (l) ORDER BY at`;

const FILL_EVENTS = `${HAPPENINGS} ${INSERT_HAPPENINGS}`;

const FILL_VISITS = `${HAPPENINGS}, inserted AS (${INSERT_HAPPENINGS} RETURNING "leadId")
  SELECT "leadId", count(*)::int AS "events" FROM inserted GROUP BY "leadId"`;

/**
 * Fills an empty, migrated database with companies, leads and events, by chance that is the same on every run: four leads
 * to a company, and on any day one lead in a hundred active, five events each, for as many days before `asOf` as the
 * events last.
 */
export async function fillHouse(pool: Pool, { leads, events }: HouseSize, asOf: Date): Promise<void> {
  const visits = Math.floor(events / EVENTS_PER_VISIT);
  const days = visits / (leads / 100);
  const companies = Math.ceil(leads / 4);
  const client = await pool.connect();
  try {
    await client.query('SELECT setseed(0.42)');
    // What is filled in refers to what is there: Postgres need not look up each row's lead.
    await client.query('SET session_replication_role = replica');
    await client.query(FILL_COMPANIES, [companies]);
    await client.query(FILL_LEADS, [leads, asOf, companies]);
    await client.query(FILL_EVENTS, [visits, asOf, days, leads]);
    await client.query('RESET session_replication_role');
    await client.query('VACUUM ANALYZE');
  } finally {
    client.release();
  }
}

/**
 * Has some leads of a filled house, chosen by chance, leave events between two instants.
 *
 * @returns who did, and how many events they left.
 */
export async function fillVisits(
  client: PoolClient,
  visits: number,
  from: Date,
  to: Date,
): Promise<{ leadIds: string[]; events: number }> {
  const days = (to.getTime() - from.getTime()) / 86_400_000;
  const { rows: counts } = await client.query<{ leads: number }>(
    'SELECT count(*)::int AS "leads" FROM "Lead"',
  );
  const values = [visits, to, days, counts[0]?.leads ?? 0];
  const { rows } = await client.query<{ leadId: string; events: number }>(FILL_VISITS, values);
  return {
    leadIds: rows.map(({ leadId }) => leadId),
    events: rows.reduce((sum, { events }) => sum + events, 0),
  };
}
