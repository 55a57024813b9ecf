-- The beginning of any word of a name, such as the surname, is found without reading every lead.
CREATE INDEX "Lead_name_words" ON "Lead" USING gin (lower("name") gin_trgm_ops);

-- How common the values are that lists are filtered by: without it Postgres takes each to be rare, and reads all of them
-- to sort them instead of walking down the ranking.
CREATE STATISTICS "Company_industry" ON (("attributes"->>'industry')) FROM "Company";
CREATE STATISTICS "Company_country" ON (("attributes"->>'country')) FROM "Company";
CREATE STATISTICS "Lead_country" ON (("attributes"->>'country')) FROM "Lead";
CREATE STATISTICS "Lead_source" ON ((coalesce("attributes"->>'leadSource', "source"))) FROM "Lead";
CREATE STATISTICS "Company_employees" ON ((CASE WHEN jsonb_typeof("attributes"->'employees') = 'number'
  THEN ("attributes"->'employees')::numeric END)) FROM "Company";
ANALYZE "Company";
ANALYZE "Lead";
