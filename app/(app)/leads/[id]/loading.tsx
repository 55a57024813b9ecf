import { PageBody } from '@/components/ui/page-body';
import { PageHeader } from '@/components/ui/page-header';
import { Skeleton, SkeletonRows } from '@/components/ui/skeleton';

/** A lead on its way. */
export default function Loading() {
  return (
    <>
      <PageHeader title="Lead" withoutSearch />
      <PageBody>
        <div className="flex h-22 items-center gap-3 border-b border-line px-5">
          <Skeleton className="size-10" />
          <Skeleton className="h-6 w-56" />
        </div>
        <SkeletonRows rows={12} label="Loading the lead" />
      </PageBody>
    </>
  );
}
