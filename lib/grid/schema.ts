import { z } from 'zod';
import {
  choiceParam,
  choicesParam,
  idParam,
  listParam,
  rangeParam,
  type AddressValue,
} from '@/lib/leads/address';
import { LEAD_STATES, QUADRANTS } from '@/lib/leads/constants';
import type { LeadFilter } from '@/lib/leads/lead-filter';

const NO_QUADRANT = 'none';

/**
 * What the grid is asked for: which leads (`owner`, `source`, `country`, `tier`, `state`), and what is chosen in it
 * (`quadrant`, or `fit` and `intent` together). Bad values fall back to none.
 */
export const gridSearchSchema = z.object({
  owner: z.union([z.literal('none'), idParam]),
  source: listParam,
  country: listParam,
  tier: listParam,
  state: choicesParam(LEAD_STATES),
  quadrant: choiceParam([NO_QUADRANT, ...QUADRANTS], NO_QUADRANT).transform((quadrant) =>
    quadrant === NO_QUADRANT ? undefined : quadrant,
  ),
  fit: rangeParam,
  intent: rangeParam,
});

export type GridSearch = z.output<typeof gridSearchSchema>;

/** Which leads the grid shows. */
export type GridFilter = Pick<GridSearch, 'owner' | 'source' | 'country' | 'tier' | 'state'>;

/** The grid's filter as the list of leads knows it. */
export function toLeadFilter({ owner, source, country, tier, state }: GridFilter): LeadFilter {
  return { owner, sources: source, countries: country, tiers: tier, states: state };
}

/** The filters alone, for an address. */
export function filterValues({ owner, source, country, tier, state }: GridFilter) {
  return { owner, source, country, tier, state } satisfies Record<string, AddressValue>;
}
