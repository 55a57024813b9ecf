import { SegmentFilters, type SegmentFiltersProps } from '@/components/leads/segment-filters';
import { Chip } from '@/components/ui/chip';
import { FilterMenu } from '@/components/ui/filter-menu';
import { FilterBar } from '@/components/ui/page-body';
import type { GridFilter } from '@/lib/grid/schema';
import type { Selection } from '@/lib/grid/types';
import { LEAD_STATES, STATE_LABEL } from '@/lib/leads/constants';
import { toggleValue } from '@/lib/leads/leads-address';
import { gridAddress } from './grid-address';
import { nameSelection } from './prepare-grid';

export interface GridFiltersProps {
  filter: GridFilter;
  selection: Selection | null;
  owners: readonly { id: string; name: string }[];
  choices: SegmentFiltersProps['choices'];
  /** The rubric's tiers, best first. */
  tiers: readonly string[];
}

/** Which leads the grid shows; every choice is a link that keeps what is chosen in the grid. */
export function GridFilters({ filter, selection, owners, choices, tiers }: GridFiltersProps) {
  const hrefWith = (change: Partial<GridFilter>) => gridAddress({ ...filter, ...change }, selection);
  const people = [{ id: 'none', name: 'Nobody' }, ...owners];
  return (
    <FilterBar role="group" aria-label="Which leads">
      {selection ? (
        <Chip on removeHref={gridAddress(filter)} removeLabel="Clear what is chosen">
          {nameSelection(selection)}
        </Chip>
      ) : null}
      <FilterMenu
        label="Owner"
        clearHref={hrefWith({ owner: undefined })}
        options={people.map(({ id, name }) => ({
          label: name,
          on: filter.owner === id,
          href: hrefWith({ owner: filter.owner === id ? undefined : id }),
        }))}
      />
      <SegmentFilters segment={filter} choices={choices} hrefWith={hrefWith} />
      <FilterMenu
        label="Tier"
        clearHref={hrefWith({ tier: [] })}
        options={[...new Set([...tiers, ...filter.tier])].map((tier) => ({
          label: tier,
          on: filter.tier.includes(tier),
          href: hrefWith({ tier: toggleValue(filter.tier, tier) }),
        }))}
      />
      <FilterMenu
        label="State"
        clearHref={hrefWith({ state: [] })}
        options={LEAD_STATES.map((state) => ({
          label: STATE_LABEL[state],
          on: filter.state.includes(state),
          href: hrefWith({ state: toggleValue(filter.state, state) }),
        }))}
      />
    </FilterBar>
  );
}
