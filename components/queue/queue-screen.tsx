'use client';

import Link from 'next/link';
import { useMemo, useOptimistic, type ReactNode } from 'react';
import { LeavingContext } from '@/components/leads/leaving';
import { Button } from '@/components/ui/button';
import { useNow } from '@/components/ui/clock';
import { DownloadLink } from '@/components/ui/download-link';
import { PageBody, PageSplit } from '@/components/ui/page-body';
import { PageHeader } from '@/components/ui/page-header';
import { PaginationLinks } from '@/components/ui/pagination-links';
import { SidePanel } from '@/components/ui/side-panel';
import { Skeleton } from '@/components/ui/skeleton';
import { SteadyList } from '@/components/ui/steady-list';
import { useShortcut } from '@/components/ui/use-shortcut';
import { toExportAddress } from '@/lib/exports/export-address';
import type { QueueView } from '@/lib/queue/loaders';
import { toQueueAddress } from '@/lib/queue/queue-address';
import { TAB_COUNT_LIMIT } from '@/lib/queue/constants';
import { NewAbove, useNewAbove } from './new-above';
import { QueueEmpty } from './queue-empty';
import { QueueFilters } from './queue-filters';
import { QueueTable } from './queue-table';
import { SelectionBar } from './selection-bar';
import { useCursor } from './use-cursor';
import { useLiveQueue } from './use-live-queue';
import { useNextLead } from './use-next-lead';
import { useSelection } from './use-selection';

export interface QueueScreenProps {
  view: QueueView;
  /** The open lead, drawn by the server. */
  panel: ReactNode;
}

const TABS = [
  { tab: 'mine', label: 'Mine' },
  { tab: 'free', label: 'Free' },
  { tab: 'team', label: 'Team' },
  { tab: 'snoozed', label: 'Snoozed' },
] as const;

const NONE: readonly string[] = [];

/** The rep's home: the best lead first, worked by keyboard in the panel beside it. */
export function QueueScreen({ view: drawn, panel }: QueueScreenProps) {
  const live = useLiveQueue(drawn);
  const [hidden, hide] = useOptimistic(NONE, (before, ids: readonly string[]) => [...before, ...ids]);
  const rows = useMemo(
    () => (hidden.length === 0 ? live.page.rows : live.page.rows.filter(({ id }) => !hidden.includes(id))),
    [live.page.rows, hidden],
  );
  const order = useMemo(() => rows.map(({ id }) => id), [rows]);
  const view = { ...live, page: { ...live.page, rows } };
  const cursor = useCursor(view, order);
  const { openId, open } = cursor;
  const leaving = useMemo(() => {
    const known = live.page.rows.map(({ id }) => id);
    const goOn = (ids: readonly string[]) => {
      if (openId && ids.includes(openId)) openFollowing(known, ids, open);
    };
    return { hide, goOn };
  }, [live.page.rows, hide, openId, open]);
  const next = useNextLead(view.search);
  useShortcut('n', 'Take the next free lead', next.take, { group: 'Queue', enabled: view.mayWork });
  return (
    <LeavingContext value={leaving}>
      <QueueHeader view={view} next={next} />
      <PageSplit>
        <QueueList view={view} order={order} cursor={cursor} />
        {openId ? (
          <SidePanel label="Lead" onClose={cursor.close}>
            {openId === view.search.lead ? panel : <PanelSkeleton />}
          </SidePanel>
        ) : null}
      </PageSplit>
    </LeavingContext>
  );
}

/** Opens the lead that follows one that has left, or the one before at the end of the page. */
function openFollowing(order: readonly string[], left: readonly string[], open: (id: string) => void): void {
  const at = order.findIndex((id) => left.includes(id));
  const following = order[at + 1] ?? order[at - 1];
  if (at >= 0 && following) open(following);
}

function QueueHeader({ view, next }: { view: QueueView; next: ReturnType<typeof useNextLead> }) {
  const { search, counts } = view;
  return (
    <PageHeader
      title="Queue"
      tabs={{
        label: 'Whose leads',
        items: TABS.map(({ tab, label }) => ({
          href: toQueueAddress(search, { tab, lead: undefined, owner: undefined }),
          label,
          count: Math.min(counts[tab], TAB_COUNT_LIMIT),
          more: counts[tab] > TAB_COUNT_LIMIT,
          current: search.tab === tab,
        })),
      }}
      actions={
        <>
          {view.mayExport ? (
            <span className="max-md:hidden">
              <DownloadLink href={toExportAddress('queue', view.address)}>Download CSV</DownloadLink>
            </span>
          ) : null}
          {view.mayWork ? (
            <Button variant="primary" shortcut="N" busy={next.busy} onClick={next.take}>
              Next lead
            </Button>
          ) : null}
        </>
      }
    />
  );
}

interface QueueListProps {
  view: QueueView;
  order: readonly string[];
  cursor: ReturnType<typeof useCursor>;
}

function QueueList({ view, order, cursor }: QueueListProps) {
  const { search, page } = view;
  const { openId, open, selectedId, setCursorId } = cursor;
  const selection = useSelection(order);
  const above = useNewAbove();
  const now = useNow();
  useShortcut('x', 'Tick the row', () => selectedId && selection.toggle(selectedId), {
    group: 'Queue',
    enabled: view.mayWork && selectedId !== undefined,
  });
  return (
    <PageBody>
      <NewAbove count={above.count} onShow={above.clear} />
      {selection.ids.length > 0 ? (
        <SelectionBar ids={selection.ids} view={view} onClear={() => selection.setAll(false)} />
      ) : (
        <QueueFilters view={view} narrow={openId !== undefined} />
      )}
      {view.tiers.some(({ action }) => action === 'hold') ? <HeldNote /> : null}
      <SteadyList
        key={toQueueAddress(search, { lead: undefined })}
        order={order}
        elementId={(id) => `lead-${id}`}
        focusId={selectedId}
        onAbove={above.add}
        onLost={setCursorId}
      >
        {order.length > 0 ? (
          <QueueTable
            rows={page.rows}
            first={page.first}
            tab={search.tab}
            selectedId={selectedId}
            selection={view.mayWork ? selection : undefined}
            narrow={openId !== undefined}
            now={now}
            addressOf={(lead) => toQueueAddress(search, { lead })}
            onOpen={open}
          />
        ) : (
          <QueueEmpty view={view} />
        )}
      </SteadyList>
      <QueuePages view={view} />
    </PageBody>
  );
}

/** Why leads are listed that the rubric holds back. */
function HeldNote() {
  return (
    <p className="border-b border-line bg-sunk px-4 py-2 text-soft max-md:px-3">
      No lead reaches a tier worth a call yet, so these are the best of the rest, by score. Scores rise with
      what people do; thresholds are set in the{' '}
      <Link href="/rubric" className="text-accent underline">
        rubric
      </Link>
      .
    </p>
  );
}

function QueuePages({ view }: { view: QueueView }) {
  const { page, search } = view;
  const hrefOf = (change: { after?: string; before?: string }) =>
    toQueueAddress({ ...search, after: undefined, before: undefined }, change);
  if (!page.previous && !page.next) return null;
  return (
    <PaginationLinks
      previousHref={page.previous ? hrefOf({ before: page.previous }) : undefined}
      nextHref={page.next ? hrefOf({ after: page.next }) : undefined}
    >
      {page.first}–{page.first + page.rows.length - 1}, by tier, answer due, score
    </PaginationLinks>
  );
}

function PanelSkeleton() {
  return (
    <div role="status" aria-label="Loading the lead" className="flex flex-col gap-4 p-4">
      <Skeleton className="h-10 w-64" />
      <Skeleton className="h-8 w-full" />
      {Array.from({ length: 8 }, (_, row) => (
        <Skeleton key={row} className="h-4 w-full" />
      ))}
    </div>
  );
}
