import type { Metadata } from 'next';
import { FilteredPages } from '@/components/events/filtered-pages';
import { FilteredTable } from '@/components/events/filtered-table';
import { ReasonTable } from '@/components/events/reason-table';
import { SettingsHeader } from '@/components/settings/settings-header';
import { SettingsSection } from '@/components/settings/settings-section';
import { DownloadLink } from '@/components/ui/download-link';
import { EmptyState } from '@/components/ui/empty-state';
import { PageBody } from '@/components/ui/page-body';
import { toExportAddress } from '@/lib/exports/export-address';
import { buildAddress } from '@/lib/leads/address';
import { loadFiltered } from '@/lib/events/loaders';

export const metadata: Metadata = { title: 'Filtered events' };

interface FilteredEventsPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function FilteredEventsPage({ searchParams }: FilteredEventsPageProps) {
  const view = await loadFiltered(await searchParams);
  const address = buildAddress('/settings/filtered', { reason: view.reason });
  const shown = view.counts.find(({ reason }) => reason === view.reason);
  return (
    <>
      <SettingsHeader
        current="/settings/filtered"
        actions={<DownloadLink href={toExportAddress('filtered', address)}>Download CSV</DownloadLink>}
      />
      <PageBody tabIndex={0} role="region" aria-label="Filtered events">
        {view.counts.length > 0 ? (
          <SettingsSection
            title="Why events do not count"
            note="Kept, shown and not counted: no person did them, as far as one can tell"
          >
            <ReasonTable counts={view.counts} reason={view.reason} mayRestoreAll={view.mayRestoreAll} />
          </SettingsSection>
        ) : null}
        {view.events.length > 0 ? (
          <SettingsSection
            title={shown ? shown.label : 'Filtered events'}
            note="Counting one restates the scores it bears on"
          >
            <FilteredTable events={view.events} />
            <FilteredPages reason={view.reason} newer={view.newer} older={view.older} />
          </SettingsSection>
        ) : (
          <EmptyState title="Nothing is filtered here">
            Programs, link scanners and mail loaded in advance are set aside as their events come in, and
            listed here.
          </EmptyState>
        )}
      </PageBody>
    </>
  );
}
