-- CreateEnum
CREATE TYPE "LearningState" AS ENUM ('waiting', 'running', 'done', 'failed');

-- AlterTable
ALTER TABLE "RubricVersion" ADD COLUMN     "reasons" JSONB;

-- CreateTable
CREATE TABLE "LearningRun" (
    "id" UUID NOT NULL,
    "state" "LearningState" NOT NULL DEFAULT 'waiting',
    "keep" JSONB NOT NULL DEFAULT '[]',
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "result" JSONB,
    "error" TEXT,
    "userId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "startedAt" TIMESTAMPTZ(3),
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "LearningRun_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "LearningRun_createdAt_idx" ON "LearningRun"("createdAt" DESC);
