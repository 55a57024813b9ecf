import type { Metadata } from 'next';
import { ImportRubric } from '@/components/rubric/import-rubric';
import { VersionTable } from '@/components/rubric/version-table';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageBody } from '@/components/ui/page-body';
import { PageHeader } from '@/components/ui/page-header';
import { loadRubric } from '@/lib/rubrics/loaders';

export const metadata: Metadata = { title: 'Versions of the rubric' };

export default async function VersionsPage() {
  const { versions, live, draft, mayEdit } = await loadRubric();
  return (
    <>
      <PageHeader
        title="Versions"
        crumbs={[{ href: '/rubric', label: 'Rubric' }]}
        withoutSearch
        actions={
          <>
            {mayEdit && live ? <ButtonLink href="/rubric/templates">Templates</ButtonLink> : null}
            {versions.length > 1 ? <ButtonLink href="/rubric/compare">Compare</ButtonLink> : null}
            {mayEdit && live ? (
              <ImportRubric live={live.document} draftRevision={draft?.revision ?? 0} />
            ) : null}
          </>
        }
      />
      <PageBody tabIndex={0} role="region" aria-label="Versions">
        {versions.length > 0 ? (
          <VersionTable versions={versions} />
        ) : (
          <EmptyState title="No version yet">The worker publishes the first one when it starts.</EmptyState>
        )}
      </PageBody>
    </>
  );
}
