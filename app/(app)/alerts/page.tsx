import type { Metadata } from 'next';
import { AlertTable } from '@/components/alerts/alert-table';
import { SeenButton } from '@/components/alerts/seen-button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageBody } from '@/components/ui/page-body';
import { PageHeader } from '@/components/ui/page-header';
import { PaginationLinks } from '@/components/ui/pagination-links';
import { loadAlerts } from '@/lib/alerts/loaders';
import { buildAddress, type SearchParams } from '@/lib/leads/address';

export const metadata: Metadata = { title: 'Alerts' };

const LABELS = { yours: 'Yours', nurtured: 'Nurtured leads', everyone: 'Everyone’s' } as const;

const EMPTY = {
  yours: 'You are told here when a lead of yours waits for an answer, comes back, or shows new interest.',
  nurtured: 'Nurtured leads whose intent rises stand here.',
  everyone: 'What anybody is told of a lead stands here.',
} as const;

export default async function AlertsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { tab, rows, unseen, mayReview, next } = await loadAlerts(await searchParams);
  const tabs = (['yours', 'nurtured', 'everyone'] as const)
    .filter((name) => name !== 'everyone' || mayReview)
    .map((name) => ({
      href: buildAddress('/alerts', { tab: name === 'yours' ? undefined : name }),
      label: LABELS[name],
      current: name === tab,
      count: name === 'yours' && unseen > 0 ? unseen : undefined,
    }));
  const newest = rows[0]?.at;
  return (
    <>
      <PageHeader
        title="Alerts"
        tabs={{ label: 'Whose alerts', items: tabs }}
        actions={tab === 'yours' && unseen > 0 && newest ? <SeenButton until={newest} /> : null}
      />
      <PageBody tabIndex={0} role="region" aria-label="Alerts">
        {rows.length > 0 ? (
          <AlertTable rows={rows} tab={tab} />
        ) : (
          <EmptyState title="Nothing to tell">{EMPTY[tab]}</EmptyState>
        )}
        {next ? <PaginationLinks nextHref={buildAddress('/alerts', { tab, before: next })} /> : null}
      </PageBody>
    </>
  );
}
