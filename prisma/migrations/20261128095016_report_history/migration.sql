-- DropForeignKey
ALTER TABLE "DealScore" DROP CONSTRAINT "DealScore_dealId_fkey";

-- AlterTable
ALTER TABLE "Activity" ADD COLUMN     "score" SMALLINT,
ADD COLUMN     "tier" TEXT;

-- DropTable
DROP TABLE "DealScore";

-- CreateTable
CREATE TABLE "EngagementScore" (
    "leadId" UUID NOT NULL,
    "engagedAt" TIMESTAMPTZ(3) NOT NULL,
    "rubricVersionId" UUID NOT NULL,
    "fit" SMALLINT NOT NULL,
    "intent" SMALLINT NOT NULL,
    "score" SMALLINT NOT NULL,
    "tier" TEXT NOT NULL,
    "quadrant" "Quadrant" NOT NULL,
    "counted" SMALLINT[],
    "restatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "EngagementScore_pkey" PRIMARY KEY ("leadId","engagedAt")
);

-- CreateTable
CREATE TABLE "LeadCensus" (
    "at" TIMESTAMPTZ(3) NOT NULL,
    "tier" TEXT NOT NULL,
    "score" SMALLINT NOT NULL,
    "leads" INTEGER NOT NULL,

    CONSTRAINT "LeadCensus_pkey" PRIMARY KEY ("at","tier","score")
);

-- AddForeignKey
ALTER TABLE "EngagementScore" ADD CONSTRAINT "EngagementScore_leadId_fkey" FOREIGN KEY ("leadId") REFERENCES "Lead"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What reps spend time on with a lead, by the lead's tier at that instant.
DROP INDEX "Activity_selling_idx";
CREATE INDEX "Activity_selling_idx" ON "Activity"("at") INCLUDE ("leadId", "type", "userId", "tier", "score")
WHERE "type" IN ('call', 'email', 'meeting');

-- Whose tier is to be filled in.
CREATE INDEX "Activity_unplaced_idx" ON "Activity"("id") WHERE "tier" IS NULL AND "type" IN ('call', 'email', 'meeting');
