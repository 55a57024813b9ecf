import { z } from 'zod';
import {
  choiceParam,
  choicesParam,
  idParam,
  listParam,
  moveParam,
  rangeParam,
  type AddressValue,
} from '@/lib/leads/address';
import { LEAD_STATES, QUADRANTS } from '@/lib/leads/constants';
import type { LeadFilter } from '@/lib/leads/lead-filter';
import { segmentParams } from '@/lib/leads/schema';

const NO_QUADRANT = 'none';

/**
 * What the grid is asked for: which leads (`owner`, `source`, `country`, `industry`, `size`, `added`, `tier`, `state`), and
 * what is chosen in it (`quadrant`, or `fit` and `intent` together, or `moved`). Bad values fall back to none.
 */
export const gridSearchSchema = z.object({
  owner: z.union([z.literal('none'), idParam]),
  ...segmentParams,
  tier: listParam,
  state: choicesParam(LEAD_STATES),
  quadrant: choiceParam([NO_QUADRANT, ...QUADRANTS], NO_QUADRANT).transform((quadrant) =>
    quadrant === NO_QUADRANT ? undefined : quadrant,
  ),
  fit: rangeParam,
  intent: rangeParam,
  moved: moveParam,
});

export type GridSearch = z.output<typeof gridSearchSchema>;

/** Which leads the grid shows. */
export type GridFilter = Omit<GridSearch, 'quadrant' | 'fit' | 'intent' | 'moved'>;

/** The grid's filter as the list of leads knows it. */
export function toLeadFilter(filter: GridFilter): LeadFilter {
  const { owner, source, country, industry, size, added, tier, state } = filter;
  const segment = {
    sources: source,
    countries: country,
    industries: industry,
    sizes: size,
    addedWithin: added,
  };
  return { owner, tiers: tier, states: state, ...segment };
}

/** The filters alone, for an address. */
export function filterValues(search: GridFilter) {
  const { owner, source, country, industry, size, added, tier, state } = search;
  return { owner, source, country, industry, size, added, tier, state } satisfies Record<
    string,
    AddressValue
  >;
}
