-- CreateEnum
CREATE TYPE "IdentityKind" AS ENUM ('anonymous', 'user');

-- AlterTable
ALTER TABLE "Event" ADD COLUMN     "name" TEXT;

-- CreateTable
CREATE TABLE "Source" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "writeKey" TEXT NOT NULL,
    "origins" TEXT[],
    "active" BOOLEAN NOT NULL DEFAULT true,
    "eventsPerMinute" INTEGER NOT NULL DEFAULT 300000,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastEventAt" TIMESTAMPTZ(3),

    CONSTRAINT "Source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Identity" (
    "kind" "IdentityKind" NOT NULL,
    "value" TEXT NOT NULL,
    "leadId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Identity_pkey" PRIMARY KEY ("kind","value")
);

-- CreateTable
CREATE TABLE "RejectedEvent" (
    "id" UUID NOT NULL,
    "sourceId" UUID NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "messageType" TEXT,
    "eventName" TEXT,
    "reason" TEXT NOT NULL,
    "path" TEXT,
    "payload" JSONB NOT NULL,

    CONSTRAINT "RejectedEvent_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Source_name_key" ON "Source"("name");

-- CreateIndex
CREATE UNIQUE INDEX "Source_writeKey_key" ON "Source"("writeKey");

-- CreateIndex
CREATE INDEX "Identity_leadId_idx" ON "Identity"("leadId");

-- CreateIndex
CREATE INDEX "RejectedEvent_receivedAt_id_idx" ON "RejectedEvent"("receivedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "RejectedEvent_sourceId_receivedAt_id_idx" ON "RejectedEvent"("sourceId", "receivedAt" DESC, "id" DESC);

-- AddForeignKey
ALTER TABLE "Identity" ADD CONSTRAINT "Identity_leadId_fkey" FOREIGN KEY ("leadId") REFERENCES "Lead"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RejectedEvent" ADD CONSTRAINT "RejectedEvent_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE CASCADE ON UPDATE CASCADE;
