import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { formatNumber } from '@/components/ui/format';
import { PageBody } from '@/components/ui/page-body';
import { PageHeader } from '@/components/ui/page-header';
import { PaginationLinks } from '@/components/ui/pagination-links';
import { COUNT_LIMIT } from '@/lib/duplicates/constants';
import type { DuplicatesView } from '@/lib/duplicates/loaders';
import { LookButton } from './look-button';
import { PairCard } from './pair-card';

/** Leads that may be one person; nothing is merged but by a person. */
export function DuplicatesScreen({ view }: { view: DuplicatesView }) {
  const { pairs, count, next, isFirst, mayMerge } = view;
  const counted = count > COUNT_LIMIT ? `${formatNumber(COUNT_LIMIT)}+` : formatNumber(count);
  return (
    <>
      <PageHeader
        title="Duplicates"
        crumbs={[{ href: '/leads', label: 'Leads' }]}
        meta={`${counted} ${count === 1 ? 'pair' : 'pairs'} to look at`}
        actions={mayMerge ? <LookButton /> : undefined}
      />
      <PageBody padded>
        {pairs.length === 0 ? (
          <EmptyState
            title="No two leads look like one person"
            actions={<ButtonLink href="/leads">All leads</ButtonLink>}
          >
            Each import is looked through for the same mailbox, the same external id in two sources, and alike
            names at one company.
          </EmptyState>
        ) : (
          <div className="flex flex-col gap-3">
            {pairs.map((pair) => (
              <PairCard key={pair.sides.map(({ id }) => id).join()} pair={pair} mayMerge={mayMerge} />
            ))}
          </div>
        )}
        {next || !isFirst ? (
          <PaginationLinks
            previousHref={isFirst ? undefined : '/leads/duplicates'}
            nextHref={next ? `/leads/duplicates?after=${next}` : undefined}
          >
            The most alike first
          </PaginationLinks>
        ) : null}
      </PageBody>
    </>
  );
}
