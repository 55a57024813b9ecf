import { z } from 'zod';
import { QUADRANTS } from '@/lib/leads/constants';
import { compileConditions } from '@/lib/scoring/conditions';
import { createLeadFields } from '@/lib/scoring/fields';
import { segmentSchema } from '@/lib/segments/schema';
import type { LeadInput, Lists, Quadrant } from '@/lib/scoring/types';
import type { EndpointFilters } from './types';

/** What is stored of an endpoint's filters; what cannot be read any more lets nothing pass. */
export const filtersSchema = z.object({
  tiers: z.array(z.string().trim().min(1).max(60)).max(20).default([]),
  quadrants: z.array(z.enum(QUADRANTS)).default([]),
  segment: segmentSchema.nullable().default(null),
});

/** A lead as filters see it. */
export interface FilteredLead {
  tier: string | null;
  quadrant: Quadrant | null;
  input: LeadInput;
}

/**
 * Compiles an endpoint's filters.
 *
 * @returns whether a lead passes as of an instant in milliseconds; a message about no lead passes when there are none.
 */
export function compileFilters(
  { tiers, quadrants, segment }: EndpointFilters,
  lists: Lists | undefined,
): (lead: FilteredLead | null, asOf: number) => boolean {
  const source = createLeadFields(lists ?? { personalDomains: [], disposableDomains: [], roleNames: [] });
  const conditions = segment === null ? null : compileConditions([segment], source);
  return (lead, asOf) => {
    if (lead === null) return tiers.length + quadrants.length === 0 && segment === null;
    if (tiers.length > 0 && (lead.tier === null || !tiers.includes(lead.tier))) return false;
    if (quadrants.length > 0 && (lead.quadrant === null || !quadrants.includes(lead.quadrant))) return false;
    return conditions === null || conditions.evaluate(lead.input, asOf)[0] === 1;
  };
}
