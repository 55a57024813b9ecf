-- When a rep expects a deal to be won.
ALTER TABLE "Deal" ADD COLUMN "expectedCloseAt" TIMESTAMPTZ(3);
