import type { Metadata } from 'next';
import { CompareView } from '@/components/rubric/compare-view';
import { VersionPicker } from '@/components/rubric/version-picker';
import { EmptyState } from '@/components/ui/empty-state';
import { PageBody } from '@/components/ui/page-body';
import { PageHeader } from '@/components/ui/page-header';
import { loadComparison } from '@/lib/rubrics/loaders';

export const metadata: Metadata = { title: 'Compare versions of the rubric' };

interface ComparePageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function ComparePage({ searchParams }: ComparePageProps) {
  const { from, to, versions, mayEdit } = await loadComparison(await searchParams);
  return (
    <>
      <PageHeader
        title="Compare"
        crumbs={[
          { href: '/rubric', label: 'Rubric' },
          { href: '/rubric/versions', label: 'Versions' },
        ]}
        withoutSearch
        actions={<VersionPicker versions={versions} from={from?.number} to={to?.number} />}
      />
      {from && to ? (
        <CompareView key={`${from.id} ${to.id}`} from={from} to={to} mayMeasure={mayEdit} />
      ) : (
        <PageBody>
          <EmptyState title="Nothing to compare">Choose two versions.</EmptyState>
        </PageBody>
      )}
    </>
  );
}
