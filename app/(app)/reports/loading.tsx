import { ReportLoading } from '@/components/reports/report-loading';
import { PageBody } from '@/components/ui/page-body';
import { PageHeader } from '@/components/ui/page-header';

export default function Loading() {
  return (
    <>
      <PageHeader title="Reports" meta="Does it work" />
      <PageBody padded>
        <ReportLoading />
      </PageBody>
    </>
  );
}
