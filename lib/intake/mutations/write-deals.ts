import { followMerges } from '@/lib/leads/mutations/follow-merges';
import type { DealRecord } from '../types';
import { findOwners, type BatchContext, type BatchResult, type GroupOutcome } from './batch';
import { DealBook } from './deal-book';
import { findPlaces, type Place } from './find-places';

/** Writes a batch of deals. A deal is kept when its lead or its company is known. */
export async function writeDeals(
  context: BatchContext,
  records: readonly DealRecord[],
): Promise<BatchResult> {
  const owners = await findOwners(
    context.tx,
    records.flatMap((record) => record.ownerEmail ?? []),
  );
  const places = await findPlaces(
    context.tx,
    records.map((record) => ({ ...record, externalId: record.leadExternalId })),
  );
  const survivors = await followMerges(
    context.tx,
    places.flatMap(({ leadId }) => leadId ?? []),
  );
  const deals = await DealBook.open(context, records);
  const leadIds = new Set<string>();
  const outcomes = records.map((record, index): GroupOutcome => {
    const found: Place = places[index] ?? { leadId: null, companyId: null };
    const place = { ...found, leadId: found.leadId && (survivors.get(found.leadId) ?? found.leadId) };
    if (!place.leadId && !place.companyId) return refuse(record);
    const ownerId = record.ownerEmail ? (owners.get(record.ownerEmail) ?? null) : null;
    const values = { ...record, ...place, name: record.name ?? record.companyDomain, ownerId };
    const outcome = deals.take(values, { createdAt: context.now.toISOString() });
    if (outcome !== 'unchanged' && place.leadId) leadIds.add(place.leadId);
    return outcome;
  });
  await deals.save();
  return { outcomes, leadIds, companyIds: new Set() };
}

function refuse({ email, leadExternalId, companyDomain }: DealRecord): GroupOutcome {
  const named = [
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
