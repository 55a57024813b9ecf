-- CreateEnum
CREATE TYPE "EndpointKind" AS ENUM ('webhook', 'slack', 'email');

-- DropIndex
DROP INDEX "Delivery_state_nextAttemptAt_idx";

-- AlterTable
ALTER TABLE "WebhookEndpoint" DROP COLUMN "secrets",
ADD COLUMN     "failingSince" TIMESTAMPTZ(3),
ADD COLUMN     "includeBulk" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "kind" "EndpointKind" NOT NULL DEFAULT 'webhook',
ADD COLUMN     "name" TEXT NOT NULL,
ADD COLUMN     "oldSecret" TEXT,
ADD COLUMN     "oldSecretUntil" TIMESTAMPTZ(3),
ADD COLUMN     "recipientIds" UUID[],
ADD COLUMN     "secret" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ALTER COLUMN "url" SET DEFAULT '';

-- AlterTable
ALTER TABLE "Delivery" DROP COLUMN "payload",
ADD COLUMN     "attemptsBefore" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "body" TEXT NOT NULL,
ADD COLUMN     "leadId" UUID,
ADD COLUMN     "messageId" UUID NOT NULL;

-- CreateTable
CREATE TABLE "OutboxEvent" (
    "id" UUID NOT NULL,
    "types" TEXT[],
    "at" TIMESTAMPTZ(3) NOT NULL,
    "leadId" UUID,
    "scoreChangeId" UUID,
    "data" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "OutboxEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DeliveryAttempt" (
    "deliveryId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "durationMs" INTEGER NOT NULL,
    "status" INTEGER,
    "error" TEXT,
    "requestHeaders" JSONB NOT NULL,
    "response" TEXT,

    CONSTRAINT "DeliveryAttempt_pkey" PRIMARY KEY ("deliveryId","number")
);

-- CreateTable
CREATE TABLE "Notice" (
    "id" UUID NOT NULL,
    "endpointId" UUID NOT NULL,
    "leadId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "data" JSONB NOT NULL,

    CONSTRAINT "Notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Announcement" (
    "endpointId" UUID NOT NULL,
    "leadId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Announcement_pkey" PRIMARY KEY ("endpointId","leadId")
);

-- CreateIndex
CREATE INDEX "OutboxEvent_leadId_idx" ON "OutboxEvent"("leadId");

-- CreateIndex
CREATE INDEX "Notice_endpointId_at_idx" ON "Notice"("endpointId", "at");

-- CreateIndex
CREATE INDEX "Notice_leadId_idx" ON "Notice"("leadId");

-- CreateIndex
CREATE INDEX "Announcement_leadId_idx" ON "Announcement"("leadId");

-- CreateIndex
CREATE INDEX "Delivery_leadId_idx" ON "Delivery"("leadId");

-- CreateIndex
CREATE INDEX "Delivery_createdAt_idx" ON "Delivery"("createdAt");

-- AddForeignKey
ALTER TABLE "OutboxEvent" ADD CONSTRAINT "OutboxEvent_leadId_fkey" FOREIGN KEY ("leadId") REFERENCES "Lead"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_leadId_fkey" FOREIGN KEY ("leadId") REFERENCES "Lead"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DeliveryAttempt" ADD CONSTRAINT "DeliveryAttempt_deliveryId_fkey" FOREIGN KEY ("deliveryId") REFERENCES "Delivery"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_endpointId_fkey" FOREIGN KEY ("endpointId") REFERENCES "WebhookEndpoint"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_leadId_fkey" FOREIGN KEY ("leadId") REFERENCES "Lead"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Announcement" ADD CONSTRAINT "Announcement_endpointId_fkey" FOREIGN KEY ("endpointId") REFERENCES "WebhookEndpoint"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Announcement" ADD CONSTRAINT "Announcement_leadId_fkey" FOREIGN KEY ("leadId") REFERENCES "Lead"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- What waits to be sent is a small part of what was sent: an index of that alone.
CREATE INDEX "Delivery_pending_idx" ON "Delivery"("endpointId", "nextAttemptAt") WHERE "state" = 'pending';
