import { ReportLoading } from '@/components/reports/report-loading';
import { listReportTabs } from '@/components/reports/report-tabs';
import { PageBody } from '@/components/ui/page-body';
import { PageHeader } from '@/components/ui/page-header';

export default function Loading() {
  return (
    <>
      <PageHeader title="Reports" tabs={listReportTabs('/reports')} />
      <PageBody padded>
        <ReportLoading />
      </PageBody>
    </>
  );
}
