import { FilterMenu, type FilterOption } from '@/components/ui/filter-menu';
import { FilterSearch } from '@/components/ui/filter-search';
import { FilterBar } from '@/components/ui/page-body';
import type { QueueView } from '@/lib/queue/loaders';
import { toggleValue } from '@/lib/leads/leads-address';
import { toQueueAddress } from '@/lib/queue/queue-address';

/** What narrows the queue; every choice is a link. */
export function QueueFilters({ view }: { view: QueueView }) {
  const { search, tiers, choices, owners } = view;
  const options = (key: 'tier' | 'source' | 'country', values: readonly string[]): FilterOption[] =>
    [...new Set([...search[key], ...values])].map((value) => ({
      label: value,
      on: search[key].includes(value),
      href: toQueueAddress(search, { [key]: toggleValue(search[key], value) }),
    }));
  return (
    <FilterBar>
      <FilterMenu
        label="Tier"
        options={options(
          'tier',
          tiers.map(({ name }) => name),
        )}
        clearHref={toQueueAddress(search, { tier: [] })}
      />
      <FilterMenu
        label="Source"
        options={options('source', choices.sources)}
        clearHref={toQueueAddress(search, { source: [] })}
      />
      <FilterMenu
        label="Country"
        options={options('country', choices.countries)}
        clearHref={toQueueAddress(search, { country: [] })}
      />
      {search.tab === 'team' ? (
        <FilterMenu
          label="Owner"
          options={owners.map(({ id, name }) => ({
            label: name,
            on: search.owner === id,
            href: toQueueAddress(search, { owner: search.owner === id ? undefined : id }),
          }))}
          clearHref={toQueueAddress(search, { owner: undefined })}
        />
      ) : null}
      <FilterSearch
        key={search.tab}
        label="Name or company"
        name="q"
        value={search.q ?? ''}
        action={toQueueAddress(search, { q: undefined })}
      />
      <span className="ml-auto text-xs text-faint max-md:hidden">Tier, then score</span>
    </FilterBar>
  );
}
