-- The few leads that an answer is due to: the first of the queue.
CREATE INDEX "Lead_respondBy_idx" ON "Lead"("respondBy") WHERE "respondBy" IS NOT NULL;
