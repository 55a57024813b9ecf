-- CreateEnum
CREATE TYPE "DuplicateBasis" AS ENUM ('email', 'external_id', 'name');

-- CreateTable
CREATE TABLE "LeadDuplicate" (
    "leadId" UUID NOT NULL,
    "otherId" UUID NOT NULL,
    "basis" "DuplicateBasis" NOT NULL,
    "likeness" REAL NOT NULL,
    "foundAt" TIMESTAMPTZ(3) NOT NULL,
    "dismissedAt" TIMESTAMPTZ(3),
    "dismissedById" UUID,

    CONSTRAINT "LeadDuplicate_pkey" PRIMARY KEY ("leadId","otherId")
);

-- CreateIndex
CREATE INDEX "LeadDuplicate_otherId_idx" ON "LeadDuplicate"("otherId");

-- AddForeignKey
ALTER TABLE "LeadDuplicate" ADD CONSTRAINT "LeadDuplicate_leadId_fkey" FOREIGN KEY ("leadId") REFERENCES "Lead"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LeadDuplicate" ADD CONSTRAINT "LeadDuplicate_otherId_fkey" FOREIGN KEY ("otherId") REFERENCES "Lead"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema cannot say.

-- How alike two names are, for proposing duplicates.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- Proposed pairs, the most alike first.
CREATE INDEX "LeadDuplicate_proposed" ON "LeadDuplicate" ("likeness" DESC, "leadId", "otherId") WHERE "dismissedAt" IS NULL;
