-- CreateEnum
CREATE TYPE "EditEntity" AS ENUM ('company', 'lead', 'deal', 'event');

-- AlterEnum
ALTER TYPE "ImportState" ADD VALUE 'undoing' BEFORE 'undone';

-- AlterTable
ALTER TABLE "AttributeDefinition" ADD COLUMN     "importId" UUID;

-- AlterTable
ALTER TABLE "Import" ADD COLUMN     "undoable" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "dryRun" JSONB,
ADD COLUMN     "undone" JSONB;

-- CreateTable
CREATE TABLE "ImportEdit" (
    "id" UUID NOT NULL,
    "importId" UUID NOT NULL,
    "entity" "EditEntity" NOT NULL,
    "entityId" UUID NOT NULL,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,

    CONSTRAINT "ImportEdit_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ImportEdit_importId_id_idx" ON "ImportEdit"("importId", "id");

-- CreateIndex
CREATE INDEX "ImportEdit_entityId_idx" ON "ImportEdit"("entityId");

-- AddForeignKey
ALTER TABLE "ImportEdit" ADD CONSTRAINT "ImportEdit_importId_fkey" FOREIGN KEY ("importId") REFERENCES "Import"("id") ON DELETE CASCADE ON UPDATE CASCADE;
