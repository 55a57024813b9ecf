import { ButtonLink } from '@/components/ui/button';
import { Chip } from '@/components/ui/chip';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterMenu, type FilterOption } from '@/components/ui/filter-menu';
import { FilterSearch } from '@/components/ui/filter-search';
import { formatNumber } from '@/components/ui/format';
import { FilterBar, PageBody } from '@/components/ui/page-body';
import { PageHeader } from '@/components/ui/page-header';
import { PaginationLinks } from '@/components/ui/pagination-links';
import { nameMove, QUADRANT_WORDS } from '@/components/scores/quadrant-label';
import { COUNT_LIMIT, LEAD_STATES, QUADRANTS, STATE_LABEL } from '@/lib/leads/constants';
import type { LeadsView } from '@/lib/leads/loaders';
import { toggleValue, toLeadsAddress, type LeadSearch } from '@/lib/leads/leads-address';
import { ExportMenu } from './export-menu';
import { LeadTable } from './lead-table';
import { SegmentFilters } from './segment-filters';

/** All leads, searchable, filtered and sorted by the address. */
export function LeadListScreen({ view }: { view: LeadsView }) {
  const { page, count, search } = view;
  const counted = count > COUNT_LIMIT ? `${formatNumber(COUNT_LIMIT)}+` : formatNumber(count);
  return (
    <>
      <PageHeader
        title="Leads"
        meta={`${counted} ${count === 1 ? 'lead' : 'leads'}`}
        actions={
          <>
            <ButtonLink href="/leads/duplicates">Duplicates</ButtonLink>
            {view.mayExport ? <ExportMenu address={toLeadsAddress(search, {})} /> : null}
          </>
        }
      />
      <PageBody>
        <LeadFilters view={view} />
        {page.rows.length > 0 ? (
          <LeadTable rows={page.rows} search={search} />
        ) : (
          <EmptyState title="No lead fits" actions={<ButtonLink href="/leads">All leads</ButtonLink>}>
            Widen the filters, or look among all leads.
          </EmptyState>
        )}
        {page.previous || page.next ? (
          <PaginationLinks
            previousHref={page.previous ? hrefOfPage(search, { before: page.previous }) : undefined}
            nextHref={page.next ? hrefOfPage(search, { after: page.next }) : undefined}
          >
            {formatNumber(page.first)}–{formatNumber(page.first + page.rows.length - 1)} of {counted}
          </PaginationLinks>
        ) : null}
      </PageBody>
    </>
  );
}

function hrefOfPage(search: LeadSearch, change: Partial<LeadSearch>): string {
  return toLeadsAddress({ ...search, after: undefined, before: undefined }, change);
}

function LeadFilters({ view }: { view: LeadsView }) {
  const { search, choices, owners, tiers } = view;
  const many = (
    key: 'tier' | 'quadrant' | 'state',
    values: readonly { value: string; label: string }[],
  ): FilterOption[] =>
    values.map(({ value, label }) => ({
      label,
      on: search[key].some((one) => one === value),
      href: toLeadsAddress(search, { [key]: toggleValue(search[key], value) }),
    }));
  const plain = (values: readonly string[]) => values.map((value) => ({ value, label: value }));
  const clear = (key: keyof LeadSearch) => toLeadsAddress(search, { [key]: undefined });
  return (
    <FilterBar>
      <FilterSearch label="Name, e-mail or company" name="q" value={search.q ?? ''} action={clear('q')} />
      <FilterMenu label="Tier" options={many('tier', plain(tiers))} clearHref={clear('tier')} />
      <FilterMenu
        label="Quadrant"
        options={many(
          'quadrant',
          QUADRANTS.map((value) => ({ value, label: QUADRANT_WORDS[value].name })),
        )}
        clearHref={clear('quadrant')}
      />
      <FilterMenu
        label="State"
        options={many(
          'state',
          LEAD_STATES.map((value) => ({ value, label: STATE_LABEL[value] })),
        )}
        clearHref={clear('state')}
      />
      <FilterMenu
        label="Owner"
        options={[{ id: 'none', name: 'Nobody' }, ...owners].map(({ id, name }) => ({
          label: name,
          on: search.owner === id,
          href: toLeadsAddress(search, { owner: search.owner === id ? undefined : id }),
        }))}
        clearHref={clear('owner')}
      />
      <SegmentFilters
        segment={search}
        choices={choices}
        hrefWith={(change) => toLeadsAddress(search, change)}
      />
      {search.company ? (
        <Chip on removeHref={clear('company')} removeLabel="Remove filter Company">
          Company {view.companyName ?? 'that is gone'}
        </Chip>
      ) : null}
      {search.moved ? (
        <Chip on removeHref={clear('moved')} removeLabel="Remove filter Moved">
          {nameMove(search.moved)}
        </Chip>
      ) : null}
      {search.fit ? (
        <Chip on removeHref={clear('fit')} removeLabel="Remove filter Fit">
          Fit {search.fit.low}–{search.fit.high}
        </Chip>
      ) : null}
      {search.intent ? (
        <Chip on removeHref={clear('intent')} removeLabel="Remove filter Intent">
          Intent {search.intent.low}–{search.intent.high}
        </Chip>
      ) : null}
    </FilterBar>
  );
}
