-- CreateTable
CREATE TABLE "LeadMerge" (
    "id" UUID NOT NULL,
    "survivorId" UUID NOT NULL,
    "mergedId" UUID NOT NULL,
    "userId" UUID,
    "actor" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "undoneAt" TIMESTAMPTZ(3),
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,
    "events" UUID[],
    "deals" UUID[],
    "activities" UUID[],
    "assignments" UUID[],
    "changes" UUID[],
    "earlierMerged" UUID[],
    "writtenChanges" UUID[],
    "endedAssignments" UUID[],
    "taken" JSONB NOT NULL,

    CONSTRAINT "LeadMerge_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "LeadMerge_survivorId_at_idx" ON "LeadMerge"("survivorId", "at");

-- CreateIndex
CREATE INDEX "LeadMerge_mergedId_idx" ON "LeadMerge"("mergedId");

-- CreateIndex
CREATE INDEX "Lead_mergedIntoId_idx" ON "Lead"("mergedIntoId");

-- AddForeignKey
ALTER TABLE "LeadMerge" ADD CONSTRAINT "LeadMerge_survivorId_fkey" FOREIGN KEY ("survivorId") REFERENCES "Lead"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LeadMerge" ADD CONSTRAINT "LeadMerge_mergedId_fkey" FOREIGN KEY ("mergedId") REFERENCES "Lead"("id") ON DELETE CASCADE ON UPDATE CASCADE;
