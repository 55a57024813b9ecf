-- AlterTable
ALTER TABLE "RubricVersion" ADD COLUMN     "shadowedAt" TIMESTAMPTZ(3);
