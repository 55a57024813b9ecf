import { PageBody } from '@/components/ui/page-body';
import { PageHeader } from '@/components/ui/page-header';
import { SkeletonRows } from '@/components/ui/skeleton';

export default function Loading() {
  return (
    <>
      <PageHeader title="Challenger" crumbs={[{ href: '/rubric', label: 'Rubric' }]} withoutSearch />
      <PageBody>
        <SkeletonRows rows={10} />
      </PageBody>
    </>
  );
}
