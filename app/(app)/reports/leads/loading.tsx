import { PageBody } from '@/components/ui/page-body';
import { PageHeader } from '@/components/ui/page-header';
import { SkeletonRows } from '@/components/ui/skeleton';

export default function Loading() {
  return (
    <>
      <PageHeader title="Leads" crumbs={[{ href: '/reports', label: 'Reports' }]} />
      <PageBody>
        <SkeletonRows rows={14} label="Loading leads" />
      </PageBody>
    </>
  );
}
