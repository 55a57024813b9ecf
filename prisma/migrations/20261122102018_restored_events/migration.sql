-- AlterTable
ALTER TABLE "Event" ADD COLUMN     "restoredFrom" TEXT;


-- What is filtered is few among many: an index of that alone, in the order in which it is listed.
CREATE INDEX "Event_filtered_idx" ON "Event"("at" DESC, "id" DESC) WHERE "filteredAs" IS NOT NULL;
