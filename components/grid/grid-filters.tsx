import { Chip } from '@/components/ui/chip';
import { FilterBar } from '@/components/ui/page-body';
import type { GridFilter } from '@/lib/grid/schema';
import type { Selection } from '@/lib/grid/types';
import { LEAD_STATES, STATE_LABEL } from '@/lib/leads/constants';
import { FilterMenu } from './filter-menu';
import { gridAddress } from './grid-address';
import { nameSelection } from './prepare-grid';

export interface GridFiltersProps {
  filter: GridFilter;
  selection: Selection | null;
  owners: readonly { id: string; name: string }[];
  sources: readonly string[];
  countries: readonly string[];
  /** The rubric's tiers, best first. */
  tiers: readonly string[];
}

/** Which leads the grid shows; every choice is a link that keeps what is chosen in the grid. */
export function GridFilters({ filter, selection, owners, sources, countries, tiers }: GridFiltersProps) {
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
        name="Owner"
        clearHref={hrefWith({ owner: undefined })}
        choices={people.map(({ id, name }) => ({
          value: id,
          label: name,
          chosen: filter.owner === id,
          href: hrefWith({ owner: filter.owner === id ? undefined : id }),
        }))}
      />
      <FilterMenu
        name="Source"
        clearHref={hrefWith({ source: [] })}
        choices={offer(filter.source, sources, (source) => hrefWith({ source }))}
      />
      <FilterMenu
        name="Country"
        clearHref={hrefWith({ country: [] })}
        choices={offer(filter.country, countries, (country) => hrefWith({ country }))}
      />
      <FilterMenu
        name="Tier"
        clearHref={hrefWith({ tier: [] })}
        choices={offer(filter.tier, tiers, (tier) => hrefWith({ tier }))}
      />
      <FilterMenu
        name="State"
        clearHref={hrefWith({ state: [] })}
        choices={LEAD_STATES.map((state) => ({
          value: state,
          label: STATE_LABEL[state],
          chosen: filter.state.includes(state),
          href: hrefWith({ state: toggle(filter.state, state) }),
        }))}
      />
    </FilterBar>
  );
}

/** What may be chosen: the values on offer, and those chosen already that are not among them. */
function offer(chosen: readonly string[], values: readonly string[], hrefOf: (next: string[]) => string) {
  return [...new Set([...values, ...chosen])].map((value) => ({
    value,
    label: value,
    chosen: chosen.includes(value),
    href: hrefOf(toggle(chosen, value)),
  }));
}

function toggle<T>(chosen: readonly T[], value: T): T[] {
  return chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value];
}
