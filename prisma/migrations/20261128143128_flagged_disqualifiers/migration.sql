-- CreateEnum
CREATE TYPE "FlaggedKind" AS ENUM ('criterion', 'disqualifier');

-- AlterTable
ALTER TABLE "Flag" ADD COLUMN     "kind" "FlaggedKind" NOT NULL DEFAULT 'criterion';
