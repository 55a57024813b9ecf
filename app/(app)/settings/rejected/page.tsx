import type { Metadata } from 'next';
import { SettingsHeader } from '@/components/settings/settings-header';
import { SettingsSection } from '@/components/settings/settings-section';
import { RejectedPanel } from '@/components/tracking/rejected-panel';
import { RejectedTable } from '@/components/tracking/rejected-table';
import { SourceFilter } from '@/components/tracking/source-filter';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterBar, PageBody, PageSplit } from '@/components/ui/page-body';
import { PaginationLinks } from '@/components/ui/pagination-links';
import type { SearchParams } from '@/lib/leads/address';
import { REJECTED_DAYS } from '@/lib/tracking/constants';
import { loadRejected } from '@/lib/tracking/loaders';
import { toRejectedAddress } from '@/lib/tracking/rejected-address';

export const metadata: Metadata = { title: 'Rejected events' };

export default async function RejectedPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { address, sources, rows, open, newer, older } = await loadRejected(await searchParams);
  const note = `Taken but not understood, so not counted; kept for ${REJECTED_DAYS} days`;
  return (
    <>
      <SettingsHeader current="/settings/rejected" />
      <PageSplit>
        <PageBody tabIndex={0} role="region" aria-label="Rejected events">
          {sources.length > 1 || address.source ? (
            <FilterBar>
              <SourceFilter address={address} sources={sources} />
            </FilterBar>
          ) : null}
          {rows.length > 0 ? (
            <SettingsSection title="Rejected events" note={note}>
              <RejectedTable rows={rows} address={address} open={open} />
              <PaginationLinks
                previousHref={newer && toRejectedAddress(address, { after: newer, before: undefined })}
                nextHref={older && toRejectedAddress(address, { before: older, after: undefined })}
              >
                Newest first
              </PaginationLinks>
            </SettingsSection>
          ) : (
            <EmptyState title="Nothing was rejected">
              Events that cannot be read are listed here with what is wrong and where, so that the sender can
              be mended.
            </EmptyState>
          )}
        </PageBody>
        {open ? (
          <RejectedPanel open={open} closeHref={toRejectedAddress(address, { open: undefined })} />
        ) : null}
      </PageSplit>
    </>
  );
}
