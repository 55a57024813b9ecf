-- AlterTable
ALTER TABLE "RubricVersion" ADD COLUMN     "switchedOff" JSONB;
