import { Chip } from '@/components/ui/chip';
import { FilterMenu } from '@/components/ui/filter-menu';
import { FilterBar } from '@/components/ui/page-body';
import type { GridFilter } from '@/lib/grid/schema';
import type { Selection } from '@/lib/grid/types';
import { LEAD_STATES, STATE_LABEL } from '@/lib/leads/constants';
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
        label="Owner"
        clearHref={hrefWith({ owner: undefined })}
        options={people.map(({ id, name }) => ({
          label: name,
          on: filter.owner === id,
          href: hrefWith({ owner: filter.owner === id ? undefined : id }),
        }))}
      />
      <FilterMenu
        label="Source"
        clearHref={hrefWith({ source: [] })}
        options={offer(filter.source, sources, (source) => hrefWith({ source }))}
      />
      <FilterMenu
        label="Country"
        clearHref={hrefWith({ country: [] })}
        options={offer(filter.country, countries, (country) => hrefWith({ country }))}
      />
      <FilterMenu
        label="Tier"
        clearHref={hrefWith({ tier: [] })}
        options={offer(filter.tier, tiers, (tier) => hrefWith({ tier }))}
      />
      <FilterMenu
        label="State"
        clearHref={hrefWith({ state: [] })}
        options={LEAD_STATES.map((state) => ({
          label: STATE_LABEL[state],
          on: filter.state.includes(state),
          href: hrefWith({ state: toggle(filter.state, state) }),
        }))}
      />
    </FilterBar>
  );
}

/** What may be chosen: the values on offer, and those chosen already that are not among them. */
function offer(chosen: readonly string[], values: readonly string[], hrefOf: (next: string[]) => string) {
  return [...new Set([...values, ...chosen])].map((value) => ({
    label: value,
    on: chosen.includes(value),
    href: hrefOf(toggle(chosen, value)),
  }));
}

function toggle<T>(chosen: readonly T[], value: T): T[] {
  return chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value];
}
