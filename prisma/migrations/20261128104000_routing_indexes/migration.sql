-- What somebody has not seen yet.
CREATE INDEX "Alert_unseen_idx" ON "Alert"("userId") WHERE "seenAt" IS NULL;

-- CreateIndex
CREATE INDEX "Alert_kind_at_id_idx" ON "Alert"("kind", "at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Assignment_userId_assignedAt_idx" ON "Assignment"("userId", "assignedAt" DESC);

-- The few leads that somebody holds for the moment.
CREATE INDEX "Lead_lockedById_idx" ON "Lead"("lockedById") WHERE "lockedById" IS NOT NULL;

-- Leads of low fit and high intent, the highest score first.
CREATE INDEX "LeadScore_review_idx" ON "LeadScore"("score" DESC, "leadId") WHERE "quadrant" = 'review';
