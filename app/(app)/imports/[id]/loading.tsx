import { PageBody } from '@/components/ui/page-body';
import { PageHeader } from '@/components/ui/page-header';
import { Skeleton, SkeletonRows } from '@/components/ui/skeleton';

export default function Loading() {
  return (
    <>
      <PageHeader title="Import" crumbs={[{ href: '/imports', label: 'Imports' }]} />
      <PageBody padded>
        <Skeleton className="mb-3 h-31 w-full" />
        <SkeletonRows rows={10} label="Reading the import" />
      </PageBody>
    </>
  );
}
