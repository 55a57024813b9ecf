import type { Metadata } from 'next';
import { listReportTabs } from '@/components/reports/report-tabs';
import { ReportView } from '@/components/reports/report-view';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageBody } from '@/components/ui/page-body';
import { PageHeader } from '@/components/ui/page-header';
import type { SearchParams } from '@/lib/leads/address';
import { loadReport } from '@/lib/reports/loaders';

export const metadata: Metadata = { title: 'Reports' };

interface ReportsPageProps {
  searchParams: Promise<SearchParams>;
}

export default async function ReportsPage({ searchParams }: ReportsPageProps) {
  const { report, outcomes, view, review } = await loadReport(await searchParams);
  return (
    <>
      <PageHeader title="Reports" tabs={listReportTabs('/reports', view.period)} />
      <PageBody padded>
        {view.hasDeals ? (
          <ReportView report={report} outcomes={outcomes} view={view} review={review} />
        ) : (
          <EmptyState
            title="No deals to count yet"
            actions={<ButtonLink href="/imports">Import deals</ButtonLink>}
          >
            Close rates are counted over deals that were won or lost, by the tier their lead had when a rep
            first engaged it. Import your deals, or mark leads won and lost in the queue.
          </EmptyState>
        )}
      </PageBody>
    </>
  );
}
