-- Which leads were met: what the funnel of the reports counts.
CREATE INDEX "Activity_met_idx" ON "Activity"("leadId", "at") WHERE "type" = 'meeting';
