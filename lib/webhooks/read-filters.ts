import { z } from 'zod';
import { QUADRANTS } from '@/lib/leads/constants';
import { checkCondition } from '@/lib/scoring/check-condition';
import { compileConditions } from '@/lib/scoring/conditions';
import { FaultList } from '@/lib/scoring/fault-list';
import { createLeadFields } from '@/lib/scoring/fields';
import type { Condition, LeadInput, Lists, Quadrant } from '@/lib/scoring/types';
import type { EndpointFilters } from './types';

/** Conditions in a segment at most, as JSON text. */
const LONGEST_SEGMENT = 20_000;

function isCondition(value: unknown, faults: FaultList): value is Condition {
  checkCondition(value, '', 'lead', faults);
  return faults.issues.length === 0;
}

/** A condition of the rubric's language on a lead. */
export const segmentSchema = z.unknown().transform((value, context): Condition => {
  const faults = new FaultList();
  if (JSON.stringify(value ?? null).length > LONGEST_SEGMENT) faults.add('', 'is too long');
  else if (isCondition(value, faults)) return value;
  for (const { path, message } of faults.issues) {
    context.addIssue({ code: 'custom', message: `${path} ${message}`.trim() });
  }
  return z.NEVER;
});

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
