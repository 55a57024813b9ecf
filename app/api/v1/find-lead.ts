import { findPlaces } from '@/lib/intake/mutations/find-places';
import { getPool } from '@/lib/server/db';
import { AppError } from '@/lib/server/errors';

/** What a path names a lead by. */
export interface LeadName {
  leadId?: string;
  email?: string;
  source?: string;
  externalId?: string;
}

/**
 * The id of the lead that a path names; of one that was merged, of the lead it was merged into.
 *
 * @throws AppError `not_found`.
 */
export async function requireLeadId({ leadId, email, source, externalId }: LeadName): Promise<string> {
  const [place] = await findPlaces(getPool(), [
    {
      leadId: leadId ?? null,
      email: email ?? null,
      source: source ?? '',
      externalId: externalId ?? null,
      companyDomain: null,
    },
  ]);
  if (place?.leadId) return place.leadId;
  throw new AppError('not_found', 'There is no such lead. It may have been erased.');
}
