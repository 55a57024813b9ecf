import type { Metadata } from 'next';
import { Chip } from '@/components/ui/chip';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterBar, PageBody } from '@/components/ui/page-body';
import { PageHeader } from '@/components/ui/page-header';
import { PaginationLinks } from '@/components/ui/pagination-links';
import { DeliveryPanel } from '@/components/webhooks/delivery-panel';
import { DeliveryTable } from '@/components/webhooks/delivery-table';
import { EndpointDialog } from '@/components/webhooks/endpoint-dialog';
import { EndpointFacts } from '@/components/webhooks/endpoint-facts';
import { EndpointMenu } from '@/components/webhooks/endpoint-menu';
import { DELIVERY_WORDS } from '@/components/webhooks/endpoint-words';
import { ReplayFailedButton } from '@/components/webhooks/replay-buttons';
import { TestButton } from '@/components/webhooks/test-button';
import { buildAddress, type SearchParams } from '@/lib/leads/address';
import { loadEndpoint } from '@/lib/webhooks/loaders';

export const metadata: Metadata = { title: 'Webhook' };

const STATES = ['sent', 'pending', 'failed'] as const;

interface EndpointPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<SearchParams>;
}

export default async function EndpointPage({ params, searchParams }: EndpointPageProps) {
  const { id } = await params;
  const view = await loadEndpoint(id, await searchParams);
  const { endpoint, counts, deliveries, next, open, search, choices, mayManage, mayShow } = view;
  const list =
    endpoint.kind === 'webhook'
      ? { href: '/settings/webhooks', label: 'Webhooks' }
      : { href: '/settings/notifications', label: 'Notifications' };
  const hrefWith = (change: Partial<Record<'state' | 'delivery' | 'before', string>>) =>
    buildAddress(`/settings/webhooks/${endpoint.id}`, {
      state: search.state,
      before: search.before,
      ...change,
    });
  return (
    <>
      <PageHeader
        title={endpoint.name}
        crumbs={[list]}
        withoutSearch
        actions={
          mayManage ? (
            <>
              <TestButton id={endpoint.id} disabled={!endpoint.active} />
              <EndpointDialog kind={endpoint.kind} endpoint={endpoint} choices={choices} label="Edit" />
              <EndpointMenu
                id={endpoint.id}
                name={endpoint.name}
                active={endpoint.active}
                waiting={counts.pending}
                listHref={list.href}
              />
            </>
          ) : null
        }
      />
      <PageBody tabIndex={0} role="region" aria-label="Webhook">
        <EndpointFacts endpoint={endpoint} mayManage={mayManage} mayShow={mayShow} />
        <FilterBar role="group" aria-label="Which messages" className="border-t">
          {STATES.map((state) => (
            <Chip
              key={state}
              on={search.state.includes(state)}
              href={hrefWith({ state: search.state.includes(state) ? '' : state, before: '' })}
            >
              {DELIVERY_WORDS[state].word} {counts[state]}
            </Chip>
          ))}
          <span className="ml-auto">
            {mayManage && endpoint.active ? (
              <ReplayFailedButton id={endpoint.id} failed={counts.failed} />
            ) : null}
          </span>
        </FilterBar>
        {open ? (
          <DeliveryPanel delivery={open} closeHref={hrefWith({})} mayReplay={mayManage && endpoint.active} />
        ) : null}
        {deliveries.length > 0 ? (
          <>
            <DeliveryTable
              deliveries={deliveries}
              openId={open?.id}
              hrefOf={(delivery) => hrefWith({ delivery })}
            />
            <PaginationLinks
              previousHref={search.before ? hrefWith({ before: '' }) : undefined}
              nextHref={next ? hrefWith({ before: next }) : undefined}
            >
              Kept for 30 days
            </PaginationLinks>
          </>
        ) : (
          <EmptyState title="No messages here">
            Each message stands here with what was sent and what was answered.
          </EmptyState>
        )}
      </PageBody>
    </>
  );
}
