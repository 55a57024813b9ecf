import type { Metadata } from 'next';
import { ReportBar } from '@/components/reports/report-bar';
import { listReportTabs } from '@/components/reports/report-tabs';
import { UseView } from '@/components/reports/use-view';
import { PageBody } from '@/components/ui/page-body';
import { PageHeader } from '@/components/ui/page-header';
import type { SearchParams } from '@/lib/leads/address';
import { loadUse } from '@/lib/reports/loaders';

export const metadata: Metadata = { title: 'Is it used' };

interface UsePageProps {
  searchParams: Promise<SearchParams>;
}

export default async function UsePage({ searchParams }: UsePageProps) {
  const use = await loadUse(await searchParams);
  return (
    <>
      <PageHeader title="Reports" tabs={listReportTabs('/reports/use', use.view.period)} />
      <PageBody padded>
        <div className="flex flex-col gap-3">
          <ReportBar view={use.view} />
          <UseView use={use} />
        </div>
      </PageBody>
    </>
  );
}
