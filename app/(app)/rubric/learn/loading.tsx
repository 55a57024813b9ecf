import { PageBody } from '@/components/ui/page-body';
import { PageHeader } from '@/components/ui/page-header';
import { SkeletonRows } from '@/components/ui/skeleton';

export default function Loading() {
  return (
    <>
      <PageHeader title="Learn from deals" crumbs={[{ href: '/rubric', label: 'Rubric' }]} />
      <PageBody padded>
        <SkeletonRows rows={12} />
      </PageBody>
    </>
  );
}
