-- Deals by when their lead was engaged, with what close rates count of them.
CREATE INDEX "Deal_counted_idx" ON "Deal"("engagedAt") INCLUDE ("outcome", "tier", "score", "engagementBasis", "leadId", "closedAt")
WHERE "engagedAt" IS NOT NULL;

-- Which leads came into a tier, tier by tier: who became qualified.
DROP INDEX "ScoreChange_tiers_idx";
CREATE INDEX "ScoreChange_arrivals_idx" ON "ScoreChange"("tier", "at") INCLUDE ("leadId", "tierBefore")
WHERE "tierBefore" IS DISTINCT FROM "tier";

-- Leads that were routed by chance.
CREATE INDEX "Assignment_sampled_idx" ON "Assignment"("leadId", "assignedAt") INCLUDE ("tier") WHERE "sampled";
