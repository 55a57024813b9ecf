-- AlterTable
ALTER TABLE "Deal" ADD COLUMN     "erasedEngagementId" UUID;

-- CreateTable
CREATE TABLE "ErasedEngagement" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "basis" "EngagementBasis" NOT NULL,
    "rubricVersionId" UUID NOT NULL,
    "fit" SMALLINT NOT NULL,
    "intent" SMALLINT NOT NULL,
    "score" SMALLINT NOT NULL,
    "tier" TEXT NOT NULL,
    "quadrant" "Quadrant" NOT NULL,
    "contributions" JSONB NOT NULL,
    "state" "LeadState" NOT NULL,

    CONSTRAINT "ErasedEngagement_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ErasedEngagement_at_idx" ON "ErasedEngagement"("at");

-- CreateIndex
CREATE INDEX "Deal_erasedEngagementId_idx" ON "Deal"("erasedEngagementId");

-- AddForeignKey
ALTER TABLE "Deal" ADD CONSTRAINT "Deal_erasedEngagementId_fkey" FOREIGN KEY ("erasedEngagementId") REFERENCES "ErasedEngagement"("id") ON DELETE SET NULL ON UPDATE CASCADE;
