import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageBody } from '@/components/ui/page-body';
import { PageHeader } from '@/components/ui/page-header';

/** There is no such lead. */
export default function NotFound() {
  return (
    <>
      <PageHeader title="No such lead" crumbs={[{ href: '/leads', label: 'Leads' }]} />
      <PageBody>
        <EmptyState title="This lead is not here" actions={<ButtonLink href="/leads">All leads</ButtonLink>}>
          It was erased, or the address is not complete.
        </EmptyState>
      </PageBody>
    </>
  );
}
