-- AlterTable
ALTER TABLE "User" ADD COLUMN     "monthlyReport" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "DealScore" (
    "dealId" UUID NOT NULL,
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

    CONSTRAINT "DealScore_pkey" PRIMARY KEY ("dealId")
);

-- CreateTable
CREATE TABLE "ReportReview" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "userId" UUID,
    "reviewer" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "rubricVersionId" UUID,
    "figures" JSONB NOT NULL,

    CONSTRAINT "ReportReview_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReportMail" (
    "userId" UUID NOT NULL,
    "month" VARCHAR(7) NOT NULL,
    "sentAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ReportMail_pkey" PRIMARY KEY ("userId","month")
);

-- CreateIndex
CREATE INDEX "ReportReview_at_idx" ON "ReportReview"("at" DESC);

-- AddForeignKey
ALTER TABLE "DealScore" ADD CONSTRAINT "DealScore_dealId_fkey" FOREIGN KEY ("dealId") REFERENCES "Deal"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- First engagements by time, with what the reports count of them and without their breakdowns.
CREATE INDEX "Engagement_counted_idx" ON "Engagement"("at") INCLUDE ("leadId", "tier", "score", "basis");

-- Which leads came into another tier: few of all changes.
CREATE INDEX "ScoreChange_tiers_idx" ON "ScoreChange"("at") INCLUDE ("leadId", "tier", "tierBefore")
WHERE "tierBefore" IS DISTINCT FROM "tier";

-- What reps spend time on with a lead.
CREATE INDEX "Activity_selling_idx" ON "Activity"("at") INCLUDE ("leadId", "type", "userId")
WHERE "type" IN ('call', 'email', 'meeting');

-- Leads that reps got, with how soon they were answered.
CREATE INDEX "Assignment_answers_idx" ON "Assignment"("assignedAt")
INCLUDE ("leadId", "userId", "tier", "firstTouchAt", "respondBy", "clockFrom", "workingMs", "sampled");
