-- DropIndex
DROP INDEX "LeadScore_fit_intent_idx";

-- CreateIndex
CREATE INDEX "Lead_createdAt_idx" ON "Lead"("createdAt");

-- Every figure of the grid out of one index, without a look at the rows.
CREATE INDEX "LeadScore_grid_idx" ON "LeadScore"("fit", "intent", "quadrant") INCLUDE ("score", "tierRank", "tier", "leadId");

CREATE INDEX "LeadScore_disqualified_idx" ON "LeadScore"("fit", "intent") WHERE cardinality("disqualifiedBy") > 0;

-- Who crossed into another quadrant: few of all changes.
CREATE INDEX "ScoreChange_crossed_idx" ON "ScoreChange"("at", "id") INCLUDE ("leadId", "quadrantBefore")
WHERE "quadrantBefore" IS DISTINCT FROM "quadrant";
