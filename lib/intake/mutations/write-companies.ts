import type { CompanyRecord, LeadCompany } from '../types';
import type { BatchContext, BatchResult } from './batch';
import { CompanyBook } from './company-book';

/** Writes a batch of companies. */
export async function writeCompanies(
  context: BatchContext,
  records: readonly CompanyRecord[],
): Promise<BatchResult> {
  const book = await CompanyBook.open(context, records);
  const taken = records.map((record) => book.takeCompany(record));
  const changed = await book.save();
  return {
    outcomes: taken.map((entry) => ('reason' in entry ? entry : entry.outcome)),
    ids: taken.map((entry) => ('reason' in entry ? null : entry.draft.id)),
    leadIds: new Set(),
    companyIds: new Set(changed),
  };
}

/** Writes what the rows of a file of leads told of companies whose last row was rejected. */
export async function writeHeldCompanies(
  context: BatchContext,
  companies: readonly LeadCompany[],
): Promise<Set<string>> {
  const book = await CompanyBook.open(context, companies);
  for (const company of companies) book.takeOfLead({ ...company, fillOnly: false });
  return new Set(await book.save());
}
