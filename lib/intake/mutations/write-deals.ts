import { followMerges } from '@/lib/leads/mutations/follow-merges';
import type { DealRecord } from '../types';
import { findOwners, type BatchContext, type BatchResult, type GroupOutcome } from './batch';
import { DealBook } from './deal-book';
import { findPlaces, type Place } from './find-places';

/**
 * Writes a batch of deals. A deal is kept when its lead or its company is known.
 *
 * @param closedNow what is won or lost without a date was so just now: true of live traffic, not of a file's history.
 */
export async function writeDeals(
  context: BatchContext,
  records: readonly DealRecord[],
  { closedNow = false }: { closedNow?: boolean } = {},
): Promise<BatchResult> {
  const owners = await findOwners(
    context.tx,
    records.flatMap((record) => record.ownerEmail ?? []),
  );
  const places = await findPlaces(
    context.tx,
    records.map(({ leadSource, ...record }) => ({
      ...record,
      source: leadSource ?? record.source,
      externalId: record.leadExternalId,
    })),
  );
  const survivors = await followMerges(
    context.tx,
    places.flatMap(({ leadId }) => leadId ?? []),
  );
  const deals = await DealBook.open(context, records);
  const leadIds = new Set<string>();
  const now = context.now.toISOString();
  const assumed = { createdAt: now, ...(closedNow ? { closedAt: now } : {}) };
  const outcomes = records.map((record, index): GroupOutcome => {
    const found: Place = places[index] ?? { leadId: null, companyId: null };
    const place = { ...found, leadId: found.leadId && (survivors.get(found.leadId) ?? found.leadId) };
    const stored = record.id ? deals.find(record) : undefined;
    const isUnknown = !place.leadId && !place.companyId;
    if (record.leadId && !place.leadId) return refuse(record);
    if (isUnknown && (!stored || namesAnyone(record))) return refuse(record);
    const ownerId = record.ownerEmail ? (owners.get(record.ownerEmail) ?? null) : null;
    const outcome = deals.take({ ...record, ...place, ownerId }, { ...assumed, name: record.companyDomain });
    if (outcome !== 'unchanged' && place.leadId) leadIds.add(place.leadId);
    return outcome;
  });
  await deals.save();
  const ids = records.map((record, index) =>
    typeof outcomes[index] === 'string' ? (deals.find(record)?.id ?? null) : null,
  );
  return { outcomes, ids, leadIds, companyIds: new Set() };
}

function namesAnyone({ email, leadExternalId, companyDomain }: DealRecord): boolean {
  return [email, leadExternalId, companyDomain].some((name) => name !== null);
}

function refuse({ leadId, email, leadExternalId, companyDomain }: DealRecord): GroupOutcome {
  const named = [
    leadId && { path: 'lead.id', value: leadId, words: `no lead with the id ${leadId}` },
    email && { path: 'lead.email', value: email, words: `no lead with the e-mail address ${email}` },
    leadExternalId && {
      path: 'lead.externalId',
      value: leadExternalId,
      words: `no lead with the external id "${leadExternalId}"`,
    },
    companyDomain && {
      path: 'company.domain',
      value: companyDomain,
      words: `no company with the domain ${companyDomain}`,
    },
  ].filter((entry) => typeof entry === 'object' && entry !== null);
  const first = named[0];
  return {
    path: first?.path ?? null,
    value: first?.value ?? null,
    reason: `There is ${named.map((entry) => entry.words).join(' and ')}; import leads and companies first`,
  };
}
