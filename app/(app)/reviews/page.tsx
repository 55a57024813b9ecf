import type { Metadata } from 'next';
import { DecisionList } from '@/components/reviews/decision-list';
import { ReviewTable } from '@/components/reviews/review-table';
import { EmptyState } from '@/components/ui/empty-state';
import { formatCount } from '@/components/ui/format';
import { PageBody } from '@/components/ui/page-body';
import { PageHeader } from '@/components/ui/page-header';
import { PaginationLinks } from '@/components/ui/pagination-links';
import { buildAddress, type SearchParams } from '@/lib/leads/address';
import { loadReviews } from '@/lib/reviews/loaders';

export const metadata: Metadata = { title: 'Reviews' };

export default async function ReviewPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { page, count, people, decisions } = await loadReviews(await searchParams);
  const to = (key: 'after' | 'before', cursor: string | null) =>
    cursor ? buildAddress('/reviews', { [key]: cursor }) : undefined;
  return (
    <>
      <PageHeader
        title="Reviews"

        meta={`${formatCount(count, 'lead')} of low fit and high intent`}
      />
      <PageBody tabIndex={0} role="region" aria-label="Leads to review">
        {page.rows.length > 0 ? (
          <ReviewTable page={page} people={people} />
        ) : (
          <EmptyState title="Nothing to review">
            Leads whose fit is low and whose interest is high stand here: a person looks at them, as they may
            show a gap in the rubric.
          </EmptyState>
        )}
        {page.previous || page.next ? (
          <PaginationLinks previousHref={to('before', page.previous)} nextHref={to('after', page.next)} />
        ) : null}
        {decisions.length > 0 ? <DecisionList decisions={decisions} /> : null}
      </PageBody>
    </>
  );
}
