import type { Metadata } from 'next';
import { Suspense } from 'react';
import { LookLine, LookWaiting } from '@/components/reports/look-line';
import type { PeriodMonths } from '@/components/reports/report-address';
import { listReportTabs } from '@/components/reports/report-tabs';
import { ReportView } from '@/components/reports/report-view';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageBody } from '@/components/ui/page-body';
import { PageHeader } from '@/components/ui/page-header';
import type { SearchParams } from '@/lib/leads/address';
import { loadReport, loadReview } from '@/lib/reports/loaders';

export const metadata: Metadata = { title: 'Reports' };

interface ReportsPageProps {
  searchParams: Promise<SearchParams>;
}

export default async function ReportsPage({ searchParams }: ReportsPageProps) {
  const { report, outcomes, view } = await loadReport(await searchParams);
  return (
    <>
      <PageHeader title="Reports" tabs={listReportTabs('/reports', view.period)} />
      <PageBody padded>
        {view.hasDeals ? (
          <ReportView report={report} outcomes={outcomes} view={view} look={<Look period={view.period} />} />
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

function Look({ period }: { period: PeriodMonths }) {
  return (
    <Suspense fallback={<LookWaiting />}>
      <Found period={period} />
    </Suspense>
  );
}

async function Found({ period }: { period: PeriodMonths }) {
  return <LookLine review={await loadReview()} period={period} />;
}
