-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('rep', 'manager', 'ops', 'admin');

-- CreateEnum
CREATE TYPE "Entity" AS ENUM ('lead', 'company');

-- CreateEnum
CREATE TYPE "AttributeType" AS ENUM ('text', 'number', 'boolean', 'date', 'list');

-- CreateEnum
CREATE TYPE "LeadState" AS ENUM ('new', 'working', 'qualified', 'disqualified', 'won', 'lost');

-- CreateEnum
CREATE TYPE "Quadrant" AS ENUM ('route_now', 'nurture', 'review', 'deprioritize');

-- CreateEnum
CREATE TYPE "RubricState" AS ENUM ('draft', 'published', 'retired');

-- CreateEnum
CREATE TYPE "ScoreCause" AS ENUM ('first', 'event', 'attribute', 'company', 'decay', 'rubric', 'merge', 'restore');

-- CreateEnum
CREATE TYPE "DealOutcome" AS ENUM ('open', 'won', 'lost');

-- CreateEnum
CREATE TYPE "EngagementBasis" AS ENUM ('touch', 'deal_created');

-- CreateEnum
CREATE TYPE "ActivityType" AS ENUM ('call', 'email', 'meeting', 'note', 'qualified', 'disqualified', 'snoozed', 'passed', 'won', 'lost');

-- CreateEnum
CREATE TYPE "ImportKind" AS ENUM ('companies', 'leads', 'events', 'deals');

-- CreateEnum
CREATE TYPE "ImportState" AS ENUM ('waiting', 'running', 'done', 'failed', 'undone');

-- CreateEnum
CREATE TYPE "DeliveryState" AS ENUM ('pending', 'sent', 'failed');

-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "sessionEpoch" INTEGER NOT NULL DEFAULT 0,
    "lastSignInAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Invitation" (
    "id" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "email" TEXT,
    "userId" UUID,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RateLimit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Company" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "domain" TEXT,
    "source" TEXT,
    "externalId" TEXT,
    "attributes" JSONB NOT NULL DEFAULT '{}',
    "importId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Company_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Lead" (
    "id" UUID NOT NULL,
    "email" TEXT,
    "emailKey" TEXT,
    "source" TEXT,
    "externalId" TEXT,
    "name" TEXT,
    "companyId" UUID,
    "attributes" JSONB NOT NULL DEFAULT '{}',
    "state" "LeadState" NOT NULL DEFAULT 'new',
    "ownerId" UUID,
    "snoozedUntil" TIMESTAMPTZ(3),
    "lockedById" UUID,
    "lockedUntil" TIMESTAMPTZ(3),
    "firstEngagedAt" TIMESTAMPTZ(3),
    "mergedIntoId" UUID,
    "importId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Lead_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AttributeDefinition" (
    "id" UUID NOT NULL,
    "entity" "Entity" NOT NULL,
    "key" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "type" "AttributeType" NOT NULL,
    "standard" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AttributeDefinition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AttributeChange" (
    "id" UUID NOT NULL,
    "leadId" UUID,
    "companyId" UUID,
    "key" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "source" TEXT NOT NULL,
    "importId" UUID,

    CONSTRAINT "AttributeChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EventType" (
    "key" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "standard" BOOLEAN NOT NULL DEFAULT false,
    "aliases" TEXT[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "EventType_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Event" (
    "id" UUID NOT NULL,
    "messageId" TEXT NOT NULL,
    "leadId" UUID,
    "companyId" UUID,
    "anonymousId" TEXT,
    "type" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "properties" JSONB NOT NULL DEFAULT '{}',
    "source" TEXT NOT NULL,
    "filteredAs" TEXT,
    "importId" UUID,

    CONSTRAINT "Event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Rubric" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Rubric_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RubricVersion" (
    "id" UUID NOT NULL,
    "rubricId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "state" "RubricState" NOT NULL DEFAULT 'draft',
    "live" BOOLEAN NOT NULL DEFAULT false,
    "document" JSONB NOT NULL,
    "note" TEXT,
    "baseId" UUID,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "publishedAt" TIMESTAMPTZ(3),
    "publishedById" UUID,
    "retiredAt" TIMESTAMPTZ(3),

    CONSTRAINT "RubricVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LeadScore" (
    "leadId" UUID NOT NULL,
    "rubricVersionId" UUID NOT NULL,
    "fit" SMALLINT NOT NULL,
    "intent" SMALLINT NOT NULL,
    "score" SMALLINT NOT NULL,
    "tier" TEXT NOT NULL,
    "tierRank" SMALLINT NOT NULL,
    "quadrant" "Quadrant" NOT NULL,
    "disqualifiedBy" TEXT[],
    "reason" JSONB,
    "contributions" JSONB NOT NULL,
    "tierSince" TIMESTAMPTZ(3) NOT NULL,
    "scoredAt" TIMESTAMPTZ(3) NOT NULL,
    "nextChangeAt" TIMESTAMPTZ(3),

    CONSTRAINT "LeadScore_pkey" PRIMARY KEY ("leadId")
);

-- CreateTable
CREATE TABLE "StaleScore" (
    "leadId" UUID NOT NULL,
    "cause" "ScoreCause" NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "StaleScore_pkey" PRIMARY KEY ("leadId")
);

-- CreateTable
CREATE TABLE "ScoreChange" (
    "id" UUID NOT NULL,
    "leadId" UUID NOT NULL,
    "rubricVersionId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "cause" "ScoreCause" NOT NULL,
    "fit" SMALLINT NOT NULL,
    "intent" SMALLINT NOT NULL,
    "score" SMALLINT NOT NULL,
    "tier" TEXT NOT NULL,
    "quadrant" "Quadrant" NOT NULL,
    "scoreBefore" SMALLINT,
    "tierBefore" TEXT,
    "quadrantBefore" "Quadrant",
    "contributions" JSONB NOT NULL,
    "moved" JSONB NOT NULL,

    CONSTRAINT "ScoreChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Engagement" (
    "leadId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "userId" UUID,
    "basis" "EngagementBasis" NOT NULL,
    "rubricVersionId" UUID NOT NULL,
    "fit" SMALLINT NOT NULL,
    "intent" SMALLINT NOT NULL,
    "score" SMALLINT NOT NULL,
    "tier" TEXT NOT NULL,
    "quadrant" "Quadrant" NOT NULL,
    "contributions" JSONB NOT NULL,

    CONSTRAINT "Engagement_pkey" PRIMARY KEY ("leadId")
);

-- CreateTable
CREATE TABLE "Deal" (
    "id" UUID NOT NULL,
    "source" TEXT,
    "externalId" TEXT,
    "name" TEXT NOT NULL,
    "leadId" UUID,
    "companyId" UUID,
    "ownerId" UUID,
    "stage" TEXT,
    "outcome" "DealOutcome" NOT NULL DEFAULT 'open',
    "amount" DECIMAL(16,2),
    "currency" CHAR(3),
    "lostReason" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closedAt" TIMESTAMPTZ(3),
    "importId" UUID,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "engagedAt" TIMESTAMPTZ(3),
    "engagementBasis" "EngagementBasis",
    "rubricVersionId" UUID,
    "fit" SMALLINT,
    "intent" SMALLINT,
    "score" SMALLINT,
    "tier" TEXT,
    "quadrant" "Quadrant",

    CONSTRAINT "Deal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Activity" (
    "id" UUID NOT NULL,
    "leadId" UUID NOT NULL,
    "userId" UUID,
    "type" "ActivityType" NOT NULL,
    "outcome" TEXT,
    "note" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Activity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Assignment" (
    "id" UUID NOT NULL,
    "leadId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "tier" TEXT NOT NULL,
    "assignedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "respondBy" TIMESTAMPTZ(3),
    "firstTouchAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WebhookEndpoint" (
    "id" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "secrets" TEXT[],
    "eventTypes" TEXT[],
    "filters" JSONB NOT NULL DEFAULT '{}',
    "active" BOOLEAN NOT NULL DEFAULT true,
    "disabledAt" TIMESTAMPTZ(3),
    "disabledReason" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "WebhookEndpoint_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Delivery" (
    "id" UUID NOT NULL,
    "endpointId" UUID NOT NULL,
    "eventType" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "state" "DeliveryState" NOT NULL DEFAULT 'pending',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "responseStatus" INTEGER,
    "error" TEXT,
    "nextAttemptAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sentAt" TIMESTAMPTZ(3),

    CONSTRAINT "Delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Import" (
    "id" UUID NOT NULL,
    "kind" "ImportKind" NOT NULL,
    "fileName" TEXT NOT NULL,
    "fileHash" TEXT NOT NULL,
    "mapping" JSONB NOT NULL,
    "state" "ImportState" NOT NULL DEFAULT 'waiting',
    "rowsTotal" INTEGER,
    "rowsRead" INTEGER NOT NULL DEFAULT 0,
    "created" INTEGER NOT NULL DEFAULT 0,
    "updated" INTEGER NOT NULL DEFAULT 0,
    "unchanged" INTEGER NOT NULL DEFAULT 0,
    "rejected" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,
    "userId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "startedAt" TIMESTAMPTZ(3),
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImportFile" (
    "importId" UUID NOT NULL,
    "size" BIGINT NOT NULL,

    CONSTRAINT "ImportFile_pkey" PRIMARY KEY ("importId")
);

-- CreateTable
CREATE TABLE "ImportFileChunk" (
    "importId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "ImportFileChunk_pkey" PRIMARY KEY ("importId","position")
);

-- CreateTable
CREATE TABLE "ImportRejection" (
    "id" UUID NOT NULL,
    "importId" UUID NOT NULL,
    "row" INTEGER NOT NULL,
    "column" TEXT,
    "value" TEXT,
    "reason" TEXT NOT NULL,

    CONSTRAINT "ImportRejection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ApiKey" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "scopes" TEXT[],
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastUsedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ApiKey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "userId" UUID,
    "actor" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject" TEXT,
    "details" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_tokenHash_key" ON "Invitation"("tokenHash");

-- CreateIndex
CREATE UNIQUE INDEX "Company_domain_key" ON "Company"("domain");

-- CreateIndex
CREATE INDEX "Company_name_idx" ON "Company"("name");

-- CreateIndex
CREATE INDEX "Company_importId_idx" ON "Company"("importId");

-- CreateIndex
CREATE UNIQUE INDEX "Company_source_externalId_key" ON "Company"("source", "externalId");

-- CreateIndex
CREATE UNIQUE INDEX "Lead_emailKey_key" ON "Lead"("emailKey");

-- CreateIndex
CREATE INDEX "Lead_companyId_idx" ON "Lead"("companyId");

-- CreateIndex
CREATE INDEX "Lead_ownerId_state_idx" ON "Lead"("ownerId", "state");

-- CreateIndex
CREATE INDEX "Lead_state_idx" ON "Lead"("state");

-- CreateIndex
CREATE INDEX "Lead_importId_idx" ON "Lead"("importId");

-- CreateIndex
CREATE INDEX "Lead_name_idx" ON "Lead"("name");

-- CreateIndex
CREATE UNIQUE INDEX "Lead_source_externalId_key" ON "Lead"("source", "externalId");

-- CreateIndex
CREATE UNIQUE INDEX "AttributeDefinition_entity_key_key" ON "AttributeDefinition"("entity", "key");

-- CreateIndex
CREATE INDEX "AttributeChange_leadId_at_idx" ON "AttributeChange"("leadId", "at");

-- CreateIndex
CREATE INDEX "AttributeChange_companyId_at_idx" ON "AttributeChange"("companyId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Event_messageId_key" ON "Event"("messageId");

-- CreateIndex
CREATE INDEX "Event_leadId_at_idx" ON "Event"("leadId", "at");

-- CreateIndex
CREATE INDEX "Event_companyId_at_idx" ON "Event"("companyId", "at");

-- CreateIndex
CREATE INDEX "Event_anonymousId_idx" ON "Event"("anonymousId");

-- CreateIndex
CREATE INDEX "Event_type_at_idx" ON "Event"("type", "at");

-- CreateIndex
CREATE INDEX "Event_importId_idx" ON "Event"("importId");

-- CreateIndex
CREATE UNIQUE INDEX "RubricVersion_rubricId_number_key" ON "RubricVersion"("rubricId", "number");

-- CreateIndex
CREATE INDEX "LeadScore_tierRank_score_leadId_idx" ON "LeadScore"("tierRank", "score" DESC, "leadId");

-- CreateIndex
CREATE INDEX "LeadScore_nextChangeAt_idx" ON "LeadScore"("nextChangeAt");

-- CreateIndex
CREATE INDEX "LeadScore_fit_intent_idx" ON "LeadScore"("fit", "intent");

-- CreateIndex
CREATE INDEX "LeadScore_quadrant_score_idx" ON "LeadScore"("quadrant", "score" DESC);

-- CreateIndex
CREATE INDEX "LeadScore_rubricVersionId_idx" ON "LeadScore"("rubricVersionId");

-- CreateIndex
CREATE INDEX "StaleScore_since_idx" ON "StaleScore"("since");

-- CreateIndex
CREATE INDEX "ScoreChange_leadId_at_idx" ON "ScoreChange"("leadId", "at" DESC);

-- CreateIndex
CREATE INDEX "ScoreChange_at_idx" ON "ScoreChange"("at");

-- CreateIndex
CREATE INDEX "Engagement_at_idx" ON "Engagement"("at");

-- CreateIndex
CREATE INDEX "Deal_leadId_idx" ON "Deal"("leadId");

-- CreateIndex
CREATE INDEX "Deal_companyId_idx" ON "Deal"("companyId");

-- CreateIndex
CREATE INDEX "Deal_outcome_closedAt_idx" ON "Deal"("outcome", "closedAt");

-- CreateIndex
CREATE INDEX "Deal_tier_outcome_idx" ON "Deal"("tier", "outcome");

-- CreateIndex
CREATE INDEX "Deal_importId_idx" ON "Deal"("importId");

-- CreateIndex
CREATE UNIQUE INDEX "Deal_source_externalId_key" ON "Deal"("source", "externalId");

-- CreateIndex
CREATE INDEX "Activity_leadId_at_idx" ON "Activity"("leadId", "at");

-- CreateIndex
CREATE INDEX "Activity_userId_at_idx" ON "Activity"("userId", "at");

-- CreateIndex
CREATE INDEX "Assignment_leadId_idx" ON "Assignment"("leadId");

-- CreateIndex
CREATE INDEX "Assignment_userId_endedAt_idx" ON "Assignment"("userId", "endedAt");

-- CreateIndex
CREATE INDEX "Delivery_endpointId_createdAt_idx" ON "Delivery"("endpointId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "Delivery_state_nextAttemptAt_idx" ON "Delivery"("state", "nextAttemptAt");

-- CreateIndex
CREATE INDEX "Import_createdAt_idx" ON "Import"("createdAt" DESC);

-- CreateIndex
CREATE INDEX "ImportRejection_importId_row_idx" ON "ImportRejection"("importId", "row");

-- CreateIndex
CREATE UNIQUE INDEX "ApiKey_hash_key" ON "ApiKey"("hash");

-- CreateIndex
CREATE INDEX "AuditEntry_at_idx" ON "AuditEntry"("at" DESC);

-- CreateIndex
CREATE INDEX "AuditEntry_subject_idx" ON "AuditEntry"("subject");

-- AddForeignKey
ALTER TABLE "Lead" ADD CONSTRAINT "Lead_companyId_fkey" FOREIGN KEY ("companyId") REFERENCES "Company"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Lead" ADD CONSTRAINT "Lead_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Lead" ADD CONSTRAINT "Lead_lockedById_fkey" FOREIGN KEY ("lockedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AttributeChange" ADD CONSTRAINT "AttributeChange_leadId_fkey" FOREIGN KEY ("leadId") REFERENCES "Lead"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AttributeChange" ADD CONSTRAINT "AttributeChange_companyId_fkey" FOREIGN KEY ("companyId") REFERENCES "Company"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_leadId_fkey" FOREIGN KEY ("leadId") REFERENCES "Lead"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_companyId_fkey" FOREIGN KEY ("companyId") REFERENCES "Company"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RubricVersion" ADD CONSTRAINT "RubricVersion_rubricId_fkey" FOREIGN KEY ("rubricId") REFERENCES "Rubric"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LeadScore" ADD CONSTRAINT "LeadScore_leadId_fkey" FOREIGN KEY ("leadId") REFERENCES "Lead"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LeadScore" ADD CONSTRAINT "LeadScore_rubricVersionId_fkey" FOREIGN KEY ("rubricVersionId") REFERENCES "RubricVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StaleScore" ADD CONSTRAINT "StaleScore_leadId_fkey" FOREIGN KEY ("leadId") REFERENCES "Lead"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ScoreChange" ADD CONSTRAINT "ScoreChange_leadId_fkey" FOREIGN KEY ("leadId") REFERENCES "Lead"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ScoreChange" ADD CONSTRAINT "ScoreChange_rubricVersionId_fkey" FOREIGN KEY ("rubricVersionId") REFERENCES "RubricVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Engagement" ADD CONSTRAINT "Engagement_leadId_fkey" FOREIGN KEY ("leadId") REFERENCES "Lead"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Deal" ADD CONSTRAINT "Deal_leadId_fkey" FOREIGN KEY ("leadId") REFERENCES "Lead"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Deal" ADD CONSTRAINT "Deal_companyId_fkey" FOREIGN KEY ("companyId") REFERENCES "Company"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Deal" ADD CONSTRAINT "Deal_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Activity" ADD CONSTRAINT "Activity_leadId_fkey" FOREIGN KEY ("leadId") REFERENCES "Lead"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Activity" ADD CONSTRAINT "Activity_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_leadId_fkey" FOREIGN KEY ("leadId") REFERENCES "Lead"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_endpointId_fkey" FOREIGN KEY ("endpointId") REFERENCES "WebhookEndpoint"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportFile" ADD CONSTRAINT "ImportFile_importId_fkey" FOREIGN KEY ("importId") REFERENCES "Import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportFileChunk" ADD CONSTRAINT "ImportFileChunk_importId_fkey" FOREIGN KEY ("importId") REFERENCES "ImportFile"("importId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportRejection" ADD CONSTRAINT "ImportRejection_importId_fkey" FOREIGN KEY ("importId") REFERENCES "Import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema cannot say.

-- One rubric version is live, and one draft is open per rubric.
CREATE UNIQUE INDEX "RubricVersion_live_key" ON "RubricVersion" ("live") WHERE "live";
CREATE UNIQUE INDEX "RubricVersion_draft_key" ON "RubricVersion" ("rubricId") WHERE "state" = 'draft';

-- A lead is identified by e-mail, or by an external id with its source.
ALTER TABLE "Lead" ADD CONSTRAINT "Lead_identified" CHECK ("emailKey" IS NOT NULL OR ("externalId" IS NOT NULL AND "source" IS NOT NULL));

-- Whole points, as people see them.
ALTER TABLE "LeadScore" ADD CONSTRAINT "LeadScore_range" CHECK ("fit" BETWEEN 0 AND 100 AND "intent" BETWEEN 0 AND 100 AND "score" BETWEEN 0 AND 100);

-- Search by the beginning of a name or an address, in any case.
CREATE INDEX "Lead_name_prefix" ON "Lead" (lower("name") text_pattern_ops);
CREATE INDEX "Lead_emailKey_prefix" ON "Lead" ("emailKey" text_pattern_ops);
CREATE INDEX "Company_name_prefix" ON "Company" (lower("name") text_pattern_ops);
