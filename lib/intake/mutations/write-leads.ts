import { querySql } from '@/lib/server/sql';
import { LEAD_ROW_SOURCE } from '../constants';
import type { AttributePatch, LeadRecord } from '../types';
import { findOwners, type BatchContext, type BatchResult, type GroupOutcome } from './batch';
import { CompanyBook, type TakenCompany } from './company-book';
import { DealBook } from './deal-book';
import { LeadBook, type LeadDraft } from './lead-book';

interface Written {
  record: LeadRecord;
  lead: LeadDraft;
  /** The lead by whose keys the row came, before it was merged into this one: its deal is known by that. */
  knownAs: string;
  outcome: 'created' | 'updated' | 'unchanged';
}

/** Writes a batch of leads with their companies and the outcomes they carry. */
export async function writeLeads(
  context: BatchContext,
  records: readonly LeadRecord[],
): Promise<BatchResult> {
  const owners = await findOwners(
    context.tx,
    records.flatMap((record) => record.ownerEmail ?? []),
  );
  const leads = await LeadBook.open(context, records);
  const companies = await CompanyBook.open(
    context,
    records.flatMap((record) => record.company ?? []),
  );
  const result: BatchResult = { outcomes: [], ids: [], leadIds: new Set(), companyIds: new Set() };
  const written: (Written | GroupOutcome)[] = records.map((record) =>
    takeRecord(record, { leads, companies, owners, result }),
  );
  for (const id of await companies.save()) result.companyIds.add(id);
  await leads.save();
  if (records.some(({ ownerEmail }) => ownerEmail && !owners.has(ownerEmail))) await defineOwner(context);
  await writeOutcomes(context, written.filter(isWritten));
  result.outcomes = written.map((entry) => (isWritten(entry) ? entry.outcome : entry));
  result.ids = written.map((entry) => (isWritten(entry) ? entry.lead.id : null));
  for (const { lead, outcome } of written.filter(isWritten)) {
    if (outcome !== 'unchanged') result.leadIds.add(lead.id);
  }
  return result;
}

function isWritten(entry: Written | GroupOutcome): entry is Written {
  return typeof entry === 'object' && 'lead' in entry;
}

interface Books {
  leads: LeadBook;
  companies: CompanyBook;
  owners: ReadonlyMap<string, string>;
  result: BatchResult;
}

function takeRecord(record: LeadRecord, { leads, companies, owners, result }: Books): Written | GroupOutcome {
  const ownerId = record.ownerEmail ? (owners.get(record.ownerEmail) ?? null) : null;
  // An owner who has no account here is kept as a word.
  const unknownOwner: AttributePatch =
    record.ownerEmail && !ownerId ? { 'custom.owner': record.ownerEmail } : {};
  const attributes = { ...record.attributes, ...unknownOwner };
  const conflict = leads.findConflict(record);
  if (conflict) return conflict;
  const company: TakenCompany | null = record.company && companies.takeOfLead(record.company);
  const companyId = company?.draft.id ?? null;
  const taken = leads.take({ ...record, attributes }, { companyId, ownerId });
  for (const id of taken.movedBetween) result.companyIds.add(id);
  const companyChanged = company !== null && company.outcome !== 'unchanged';
  const outcome = taken.outcome === 'unchanged' && companyChanged ? 'updated' : taken.outcome;
  return { record, lead: taken.draft, knownAs: taken.knownAs, outcome };
}

async function defineOwner({ tx, importId }: BatchContext): Promise<void> {
  await querySql(
    tx,
    `INSERT INTO "AttributeDefinition" ("id", "entity", "key", "label", "type", "importId")
     VALUES (uuidv7(), 'lead', 'custom.owner', 'Owner', 'text', $1::uuid)
     ON CONFLICT ("entity", "key") DO NOTHING`,
    [importId],
  );
}

/** The deals that rows of leads carry: one per lead, known by the lead's id. */
async function writeOutcomes(context: BatchContext, written: Written[]): Promise<void> {
  const carrying = written.filter(({ record }) => record.deal);
  if (carrying.length === 0) return;
  const keys = carrying.map(({ knownAs }) => ({ source: LEAD_ROW_SOURCE, externalId: knownAs }));
  const deals = await DealBook.open(context, keys);
  for (const entry of carrying) {
    const { record, lead } = entry;
    if (!record.deal) continue;
    const values = {
      source: LEAD_ROW_SOURCE,
      externalId: entry.knownAs,
      name: record.company?.name ?? lead.name ?? lead.email ?? lead.externalId,
      leadId: lead.id,
      companyId: lead.companyId,
      ownerId: lead.ownerId,
      stage: null,
      outcome: record.deal.outcome,
      amount: record.deal.amount,
      currency: null,
      createdAt: record.deal.createdAt,
      closedAt: record.deal.closedAt,
      lostReason: null,
    };
    const outcome = deals.take(values, { createdAt: lead.createdAt.toISOString() });
    if (entry.outcome === 'unchanged' && outcome !== 'unchanged') entry.outcome = 'updated';
  }
  await deals.save();
}
