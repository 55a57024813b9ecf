import type { Metadata } from 'next';
import { DealFilters } from '@/components/reports/deal-filters';
import { DealTable } from '@/components/reports/deal-table';
import { ForwardPages } from '@/components/reports/forward-pages';
import { dealsAddress, reportAddress } from '@/components/reports/report-address';
import { DownloadLink } from '@/components/ui/download-link';
import { EmptyState } from '@/components/ui/empty-state';
import { formatCount } from '@/components/ui/format';
import { PageBody } from '@/components/ui/page-body';
import { PageHeader } from '@/components/ui/page-header';
import { toExportAddress } from '@/lib/exports/export-address';
import type { SearchParams } from '@/lib/leads/address';
import { loadDeals } from '@/lib/reports/loaders';

export const metadata: Metadata = { title: 'Deals behind the figures' };

interface DealsPageProps {
  searchParams: Promise<SearchParams>;
}

export default async function DealsPage({ searchParams }: DealsPageProps) {
  const { search, period, tiers, page } = await loadDeals(await searchParams);
  const { from, to } = period;
  const hrefFrom = (after: string | undefined) => dealsAddress(period, { ...search, from, to, after });
  const firstHref = hrefFrom(undefined);
  const nextHref = page.next === null ? undefined : hrefFrom(page.next);
  return (
    <>
      <PageHeader
        title="Deals"
        crumbs={[{ href: reportAddress('/reports', period), label: 'Reports' }]}
        meta={formatCount(page.total, 'deal')}
        actions={<DownloadLink href={toExportAddress('deals', firstHref)}>Download CSV</DownloadLink>}
      />
      <DealFilters search={search} period={period} tiers={tiers} />
      <PageBody>
        {page.rows.length > 0 ? (
          <DealTable rows={page.rows} />
        ) : (
          <EmptyState title="No such deals">
            No deal of this period is of this kind. Take a filter away to see more.
          </EmptyState>
        )}
        <ForwardPages firstHref={firstHref} nextHref={nextHref} isFirst={search.after === undefined} />
      </PageBody>
    </>
  );
}
