-- DropIndex
DROP INDEX "Event_anonymousId_idx";

-- DropIndex
DROP INDEX "Event_importId_idx";

-- Tracked events come from no import, and most are of somebody known: only the others are looked for by these.
CREATE INDEX "Event_visitor_idx" ON "Event"("anonymousId") WHERE "leadId" IS NULL AND "anonymousId" IS NOT NULL;
CREATE INDEX "Event_import_idx" ON "Event"("importId") WHERE "importId" IS NOT NULL;

-- CreateTable
CREATE TABLE "VisitorCompany" (
    "anonymousId" TEXT NOT NULL,
    "companyId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "VisitorCompany_pkey" PRIMARY KEY ("anonymousId")
);

-- CreateIndex
CREATE INDEX "VisitorCompany_companyId_idx" ON "VisitorCompany"("companyId");

-- AddForeignKey
ALTER TABLE "VisitorCompany" ADD CONSTRAINT "VisitorCompany_companyId_fkey" FOREIGN KEY ("companyId") REFERENCES "Company"("id") ON DELETE CASCADE ON UPDATE CASCADE;
