import type { Metadata } from 'next';
import { DriftView } from '@/components/reports/drift-view';
import { ReportBar } from '@/components/reports/report-bar';
import { listReportTabs } from '@/components/reports/report-tabs';
import { PageBody } from '@/components/ui/page-body';
import { PageHeader } from '@/components/ui/page-header';
import type { SearchParams } from '@/lib/leads/address';
import { loadDrift } from '@/lib/reports/loaders';

export const metadata: Metadata = { title: 'Drift and review' };

interface DriftPageProps {
  searchParams: Promise<SearchParams>;
}

export default async function DriftPage({ searchParams }: DriftPageProps) {
  const moved = await loadDrift(await searchParams);
  return (
    <>
      <PageHeader title="Reports" tabs={listReportTabs('/reports/drift', moved.view.period)} />
      <PageBody padded>
        <div className="flex flex-col gap-3">
          <ReportBar view={moved.view} />
          <DriftView moved={moved} />
        </div>
      </PageBody>
    </>
  );
}
