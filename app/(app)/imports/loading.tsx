import { PageBody } from '@/components/ui/page-body';
import { PageHeader } from '@/components/ui/page-header';
import { Skeleton, SkeletonRows } from '@/components/ui/skeleton';

export default function Loading() {
  return (
    <>
      <PageHeader title="Imports" />
      <PageBody padded>
        <Skeleton className="mb-3 h-44 w-full" />
        <SkeletonRows rows={6} label="Reading the imports" />
      </PageBody>
    </>
  );
}
