import { SegmentFilters } from '@/components/leads/segment-filters';
import { FilterMenu } from '@/components/ui/filter-menu';
import { FilterSearch } from '@/components/ui/filter-search';
import { FilterBar } from '@/components/ui/page-body';
import type { QueueView } from '@/lib/queue/loaders';
import { toggleValue } from '@/lib/leads/leads-address';
import { toQueueAddress } from '@/lib/queue/queue-address';
import { SavedViews } from './saved-views';

/** What narrows the queue; every choice is a link. */
export function QueueFilters({ view, narrow }: { view: QueueView; narrow: boolean }) {
  const { search, tiers, choices, owners } = view;
  return (
    <FilterBar>
      <SavedViews
        views={view.views}
        address={toQueueAddress(search, { lead: undefined, after: undefined, before: undefined })}
        mayShare={view.mayShare}
      />
      <FilterMenu
        label="Tier"
        options={[...new Set([...search.tier, ...tiers.map(({ name }) => name)])].map((tier) => ({
          label: tier,
          on: search.tier.includes(tier),
          href: toQueueAddress(search, { tier: toggleValue(search.tier, tier) }),
        }))}
        clearHref={toQueueAddress(search, { tier: [] })}
      />
      <SegmentFilters
        segment={search}
        choices={choices}
        hrefWith={(change) => toQueueAddress(search, change)}
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
      {narrow ? null : (
        <span className="ml-auto text-xs text-faint max-md:hidden">Tier, answer due, score, newest</span>
      )}
    </FilterBar>
  );
}
