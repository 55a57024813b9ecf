import type { Metadata } from 'next';
import { GridView } from '@/components/grid/grid-view';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { formatCount } from '@/components/ui/format';
import { PageBody } from '@/components/ui/page-body';
import { PageHeader } from '@/components/ui/page-header';
import { loadGrid } from '@/lib/grid/loaders';
import type { SearchParams } from '@/lib/leads/address';

export const metadata: Metadata = { title: 'Grid' };

interface GridPageProps {
  searchParams: Promise<SearchParams>;
}

export default async function GridPage({ searchParams }: GridPageProps) {
  const grid = await loadGrid(await searchParams);
  return (
    <>
      <PageHeader title="Grid" meta={formatCount(grid.counts.total, 'lead')} />
      {grid.rubric && (grid.filtered || grid.counts.total > 0) ? (
        <GridView {...grid} rubric={grid.rubric} />
      ) : (
        <PageBody>
          <EmptyState title="No leads yet" actions={<ButtonLink href="/imports">Import leads</ButtonLink>}>
            The grid shows every lead by fit and intent, once there are leads with a score.
          </EmptyState>
        </PageBody>
      )}
    </>
  );
}
