-- DropIndex
DROP INDEX "LeadScore_tierRank_score_leadId_idx";

-- DropIndex
DROP INDEX "LeadScore_score_leadId_idx";

-- CreateIndex
CREATE INDEX "LeadScore_tierRank_score_leadId_idx" ON "LeadScore"("tierRank", "score" DESC, "leadId" DESC);

-- CreateIndex
CREATE INDEX "LeadScore_score_leadId_idx" ON "LeadScore"("score" DESC, "leadId" DESC);
