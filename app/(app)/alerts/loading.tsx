import { PageBody } from '@/components/ui/page-body';
import { PageHeader } from '@/components/ui/page-header';
import { SkeletonRows } from '@/components/ui/skeleton';

export default function Loading() {
  return (
    <>
      <PageHeader title="Alerts" />
      <PageBody>
        <SkeletonRows rows={8} />
      </PageBody>
    </>
  );
}
