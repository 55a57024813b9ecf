-- CreateEnum
CREATE TYPE "FlagOutcome" AS ENUM ('changed', 'kept', 'withdrawn');

-- CreateTable
CREATE TABLE "Flag" (
    "id" UUID NOT NULL,
    "criterionId" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "rubricNumber" INTEGER NOT NULL,
    "leadId" UUID,
    "userId" UUID,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" "FlagOutcome",
    "answer" TEXT,
    "answeredById" UUID,
    "answeredAt" TIMESTAMPTZ(3),
    "seenAt" TIMESTAMPTZ(3),

    CONSTRAINT "Flag_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Flag_answeredAt_idx" ON "Flag"("answeredAt");

-- CreateIndex
CREATE INDEX "Flag_userId_answeredAt_idx" ON "Flag"("userId", "answeredAt");

-- CreateIndex
CREATE INDEX "Flag_leadId_idx" ON "Flag"("leadId");

-- AddForeignKey
ALTER TABLE "Flag" ADD CONSTRAINT "Flag_leadId_fkey" FOREIGN KEY ("leadId") REFERENCES "Lead"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Flag" ADD CONSTRAINT "Flag_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Flag" ADD CONSTRAINT "Flag_answeredById_fkey" FOREIGN KEY ("answeredById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;
