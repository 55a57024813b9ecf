-- CreateIndex
CREATE INDEX "LeadScore_score_leadId_idx" ON "LeadScore"("score" DESC, "leadId");
