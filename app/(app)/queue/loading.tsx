import { PageBody } from '@/components/ui/page-body';
import { PageHeader } from '@/components/ui/page-header';
import { SkeletonRows } from '@/components/ui/skeleton';

/** The queue on its way. */
export default function Loading() {
  return (
    <>
      <PageHeader title="Queue" />
      <PageBody>
        <SkeletonRows rows={14} label="Loading the queue" />
      </PageBody>
    </>
  );
}
