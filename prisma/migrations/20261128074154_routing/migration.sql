-- CreateEnum
CREATE TYPE "RoutingOutcome" AS ENUM ('assigned', 'owned', 'free', 'calm');

-- CreateEnum
CREATE TYPE "AlertKind" AS ENUM ('owned', 'intent', 'warning', 'late', 'alarm');

-- CreateEnum
CREATE TYPE "ReviewDecision" AS ENUM ('routed', 'left');

-- AlterTable
ALTER TABLE "User" ADD COLUMN     "capacity" SMALLINT;

-- AlterTable
ALTER TABLE "Lead" ADD COLUMN     "respondBy" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Assignment" ADD COLUMN     "clockFrom" TIMESTAMPTZ(3),
ADD COLUMN     "sampled" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "workingMs" INTEGER;

-- CreateTable
CREATE TABLE "Absence" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "firstDay" DATE NOT NULL,
    "lastDay" DATE NOT NULL,
    "note" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Absence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RoutingTask" (
    "id" UUID NOT NULL,
    "leadId" UUID NOT NULL,
    "scoreChangeId" UUID NOT NULL,

    CONSTRAINT "RoutingTask_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Routing" (
    "id" UUID NOT NULL,
    "leadId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "tier" TEXT NOT NULL,
    "outcome" "RoutingOutcome" NOT NULL,
    "userId" UUID,
    "rule" TEXT,
    "reason" TEXT NOT NULL,
    "decidedAt" TIMESTAMPTZ(3) NOT NULL,
    "warnAt" TIMESTAMPTZ(3),
    "respondBy" TIMESTAMPTZ(3),
    "alarmAt" TIMESTAMPTZ(3),
    "warnedAt" TIMESTAMPTZ(3),
    "lateAt" TIMESTAMPTZ(3),
    "alarmedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Routing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Alert" (
    "id" UUID NOT NULL,
    "leadId" UUID NOT NULL,
    "userId" UUID,
    "kind" "AlertKind" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "detail" TEXT NOT NULL,
    "seenAt" TIMESTAMPTZ(3),

    CONSTRAINT "Alert_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Review" (
    "id" UUID NOT NULL,
    "leadId" UUID NOT NULL,
    "userId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "decision" "ReviewDecision" NOT NULL,
    "toUserId" UUID,
    "note" TEXT,
    "score" SMALLINT NOT NULL,
    "fit" SMALLINT NOT NULL,
    "intent" SMALLINT NOT NULL,

    CONSTRAINT "Review_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Absence_userId_lastDay_idx" ON "Absence"("userId", "lastDay");

-- CreateIndex
CREATE INDEX "Absence_lastDay_idx" ON "Absence"("lastDay");

-- CreateIndex
CREATE INDEX "Routing_leadId_at_idx" ON "Routing"("leadId", "at" DESC);

-- CreateIndex
CREATE INDEX "Routing_at_idx" ON "Routing"("at");

-- CreateIndex
CREATE INDEX "Alert_userId_at_id_idx" ON "Alert"("userId", "at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Alert_leadId_kind_at_idx" ON "Alert"("leadId", "kind", "at" DESC);

-- CreateIndex
CREATE INDEX "Alert_at_idx" ON "Alert"("at");

-- CreateIndex
CREATE INDEX "Review_leadId_at_idx" ON "Review"("leadId", "at" DESC);

-- CreateIndex
CREATE INDEX "Review_at_idx" ON "Review"("at");

-- AddForeignKey
ALTER TABLE "Absence" ADD CONSTRAINT "Absence_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Routing" ADD CONSTRAINT "Routing_leadId_fkey" FOREIGN KEY ("leadId") REFERENCES "Lead"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Alert" ADD CONSTRAINT "Alert_leadId_fkey" FOREIGN KEY ("leadId") REFERENCES "Lead"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Alert" ADD CONSTRAINT "Alert_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_leadId_fkey" FOREIGN KEY ("leadId") REFERENCES "Lead"("id") ON DELETE CASCADE ON UPDATE CASCADE;
