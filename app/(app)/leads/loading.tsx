import { PageBody } from '@/components/ui/page-body';
import { PageHeader } from '@/components/ui/page-header';
import { SkeletonRows } from '@/components/ui/skeleton';

/** The list of leads on its way. */
export default function Loading() {
  return (
    <>
      <PageHeader title="Leads" />
      <PageBody>
        <SkeletonRows rows={14} label="Loading leads" />
      </PageBody>
    </>
  );
}
