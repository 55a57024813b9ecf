import { compileDocument } from '@/lib/rubrics/data';
import { AppError } from '@/lib/server/errors';
import type { GatherRequest } from '../schema';
import type { EvidencePart } from '../types';
import { gatherDeals } from './deals';
import { gatherLeads } from './leads';

/**
 * Gathers evidence as it is asked for.
 *
 * @param now the instant of a new part, in milliseconds.
 * @throws AppError `conflict` when the rows are no longer those that it is to go with: begin anew.
 */
export async function gatherEvidence(
  { part, rubric, known }: GatherRequest,
  now: number,
): Promise<EvidencePart> {
  const wanted = await compileDocument(rubric);
  const asOf = known?.asOf ?? now;
  const gathered =
    part === 'leads' ? await gatherLeads(wanted, asOf, known?.lastId) : await gatherDeals(wanted, asOf);
  if (known && known.fingerprint !== gathered.fingerprint) {
    throw new AppError('conflict', 'Leads came together or went while they were measured.');
  }
  return gathered;
}
