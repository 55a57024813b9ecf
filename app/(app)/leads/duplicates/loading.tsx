import { PageBody } from '@/components/ui/page-body';
import { PageHeader } from '@/components/ui/page-header';
import { SkeletonRows } from '@/components/ui/skeleton';

/** The pairs on their way. */
export default function Loading() {
  return (
    <>
      <PageHeader title="Duplicates" crumbs={[{ href: '/leads', label: 'Leads' }]} />
      <PageBody>
        <SkeletonRows rows={10} label="Loading duplicates" />
      </PageBody>
    </>
  );
}
