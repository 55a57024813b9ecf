-- DropIndex
DROP INDEX "LeadScore_rubricVersionId_idx";

-- Room on each page for a row's next version, so that one whose indexed columns stay need not be indexed anew.
ALTER TABLE "LeadScore" SET (fillfactor = 70);
