import type { Metadata } from 'next';
import { ForwardPages } from '@/components/reports/forward-pages';
import { LeadsBehindFilters, tellFilters } from '@/components/reports/leads-behind-filters';
import { LeadsBehindTable } from '@/components/reports/leads-behind-table';
import { leadsBehindAddress, reportAddress } from '@/components/reports/report-address';
import { DownloadLink } from '@/components/ui/download-link';
import { EmptyState } from '@/components/ui/empty-state';
import { formatCount } from '@/components/ui/format';
import { PageBody } from '@/components/ui/page-body';
import { PageHeader } from '@/components/ui/page-header';
import { toExportAddress } from '@/lib/exports/export-address';
import type { SearchParams } from '@/lib/leads/address';
import { loadLeadsBehind } from '@/lib/reports/loaders';

export const metadata: Metadata = { title: 'Leads behind the figures' };

interface LeadsBehindPageProps {
  searchParams: Promise<SearchParams>;
}

export default async function LeadsBehindPage({ searchParams }: LeadsBehindPageProps) {
  const view = await loadLeadsBehind(await searchParams);
  const { search, period, page } = view;
  const hrefFrom = (after: string | undefined) =>
    leadsBehindAddress(period, { ...tellFilters(search), after });
  const firstHref = hrefFrom(undefined);
  const nextHref = page.next === null ? undefined : hrefFrom(page.next);
  return (
    <>
      <PageHeader
        title="Leads"
        crumbs={[{ href: reportAddress('/reports', period), label: 'Reports' }]}
        meta={formatCount(page.total, 'lead')}
        actions={<DownloadLink href={toExportAddress('report-leads', firstHref)}>Download CSV</DownloadLink>}
      />
      <LeadsBehindFilters view={view} />
      <PageBody>
        {page.rows.length > 0 ? (
          <LeadsBehindTable rows={page.rows} of={search.of} />
        ) : (
          <EmptyState title="No such leads">
            No lead of this period is of this kind. Take a filter away to see more.
          </EmptyState>
        )}
        <ForwardPages firstHref={firstHref} nextHref={nextHref} isFirst={search.after === undefined} />
      </PageBody>
    </>
  );
}
