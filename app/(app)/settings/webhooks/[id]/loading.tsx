import { PageBody } from '@/components/ui/page-body';
import { PageHeader } from '@/components/ui/page-header';
import { SkeletonRows } from '@/components/ui/skeleton';

export default function Loading() {
  return (
    <>
      <PageHeader
        title="Webhook"
        crumbs={[{ href: '/settings/webhooks', label: 'Webhooks' }]}
        withoutSearch
      />
      <PageBody>
        <SkeletonRows rows={8} />
      </PageBody>
    </>
  );
}
