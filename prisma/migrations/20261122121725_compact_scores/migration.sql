-- DropForeignKey
ALTER TABLE "LeadScore" DROP CONSTRAINT "LeadScore_rubricVersionId_fkey";

-- AlterTable
ALTER TABLE "LeadScore" DROP COLUMN "contributions",
ADD COLUMN     "counted" SMALLINT[],
ADD COLUMN     "evidence" BYTEA NOT NULL DEFAULT '';
ALTER TABLE "LeadScore" ALTER COLUMN "evidence" DROP DEFAULT;

-- Stored scores have no evidence yet: the worker finds them scored by a version that is not the live one, and rescores.
UPDATE "LeadScore" SET "rubricVersionId" = '00000000-0000-0000-0000-000000000000';

-- Half of each page is left free: rescoring everyone then writes each row beside the old one, and no index.
ALTER TABLE "LeadScore" SET (fillfactor = 50);
