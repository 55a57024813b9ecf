-- CreateTable
CREATE TABLE "LeadSegment" (
    "leadId" UUID NOT NULL,
    "source" TEXT,
    "country" TEXT,
    "industry" TEXT,
    "employees" DOUBLE PRECISION,
    "worked" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "LeadSegment_pkey" PRIMARY KEY ("leadId")
);

-- AddForeignKey
ALTER TABLE "LeadSegment" ADD CONSTRAINT "LeadSegment_leadId_fkey" FOREIGN KEY ("leadId") REFERENCES "Lead"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Of which segment a lead is by its own values and its company's: as lists of leads are filtered. A number of employees
-- beyond any company is cut, so that no value that comes from outside is too large for the column.
CREATE VIEW "LeadSegmentNow" AS
SELECT l."id" AS "leadId", l."companyId",
  coalesce(l."attributes"->>'leadSource', l."source") AS "source",
  coalesce(l."attributes"->>'country', c."attributes"->>'country') AS "country",
  c."attributes"->>'industry' AS "industry",
  CASE WHEN jsonb_typeof(c."attributes"->'employees') = 'number'
    THEN greatest(-1, least(1e12, (c."attributes"->'employees')::numeric))::float8 END AS "employees"
FROM "Lead" l LEFT JOIN "Company" c ON c."id" = l."companyId";

-- Semicolons of a body are written as \x3B: scripts are cut into statements at every one that stands in them.

-- A lead that somebody works on.
CREATE FUNCTION "addLeadSegment"() RETURNS trigger LANGUAGE plpgsql AS E'
BEGIN
  INSERT INTO "LeadSegment" ("leadId", "source", "country", "industry", "employees")
  SELECT n."leadId", n."source", n."country", n."industry", n."employees"
  FROM "LeadSegmentNow" n WHERE n."leadId" = NEW."leadId"
  ON CONFLICT ("leadId") DO UPDATE SET "worked" = true WHERE NOT "LeadSegment"."worked"\x3B
  RETURN NULL\x3B
END';

CREATE TRIGGER "Engagement_segment" AFTER INSERT OR UPDATE OF "leadId" ON "Engagement"
FOR EACH ROW EXECUTE FUNCTION "addLeadSegment"();
CREATE TRIGGER "Assignment_segment" AFTER INSERT OR UPDATE OF "leadId" ON "Assignment"
FOR EACH ROW EXECUTE FUNCTION "addLeadSegment"();
CREATE TRIGGER "Activity_segment" AFTER INSERT OR UPDATE OF "leadId" ON "Activity"
FOR EACH ROW EXECUTE FUNCTION "addLeadSegment"();
CREATE TRIGGER "Deal_segment" AFTER INSERT OR UPDATE OF "leadId" ON "Deal"
FOR EACH ROW WHEN (NEW."leadId" IS NOT NULL) EXECUTE FUNCTION "addLeadSegment"();

-- A lead whose own values change, or its company.
CREATE FUNCTION "renewLeadSegment"() RETURNS trigger LANGUAGE plpgsql AS E'
BEGIN
  UPDATE "LeadSegment" s
  SET "source" = n."source", "country" = n."country", "industry" = n."industry", "employees" = n."employees"
  FROM "LeadSegmentNow" n WHERE s."leadId" = NEW."id" AND n."leadId" = NEW."id"\x3B
  RETURN NULL\x3B
END';

CREATE TRIGGER "Lead_segment" AFTER UPDATE OF "attributes", "source", "companyId" ON "Lead"
FOR EACH ROW WHEN (OLD."attributes" IS DISTINCT FROM NEW."attributes" OR OLD."source" IS DISTINCT FROM NEW."source"
  OR OLD."companyId" IS DISTINCT FROM NEW."companyId")
EXECUTE FUNCTION "renewLeadSegment"();

-- A company whose values change: all of its leads.
CREATE FUNCTION "renewCompanySegment"() RETURNS trigger LANGUAGE plpgsql AS E'
BEGIN
  UPDATE "LeadSegment" s
  SET "country" = n."country", "industry" = n."industry", "employees" = n."employees"
  FROM "LeadSegmentNow" n WHERE n."companyId" = NEW."id" AND s."leadId" = n."leadId"\x3B
  RETURN NULL\x3B
END';

CREATE TRIGGER "Company_segment" AFTER UPDATE OF "attributes" ON "Company"
FOR EACH ROW WHEN (OLD."attributes" IS DISTINCT FROM NEW."attributes")
EXECUTE FUNCTION "renewCompanySegment"();

-- The leads that somebody worked on already.
INSERT INTO "LeadSegment" ("leadId", "source", "country", "industry", "employees")
SELECT n."leadId", n."source", n."country", n."industry", n."employees" FROM "LeadSegmentNow" n
WHERE n."leadId" IN (
  SELECT "leadId" FROM "Engagement" UNION SELECT "leadId" FROM "Assignment"
  UNION SELECT "leadId" FROM "Activity" UNION SELECT "leadId" FROM "Deal");
ANALYZE "LeadSegment";
