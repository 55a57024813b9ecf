'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useCallback, useMemo, useOptimistic, useState, useTransition, type ReactNode } from 'react';
import { AfterLeaving } from '@/components/leads/use-lead-work';
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
import { useLiveQueue } from './use-live-queue';
import { useNextLead } from './use-next-lead';

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

/** The rep's home: the best lead first, worked by keyboard in the panel beside it. */
export function QueueScreen({ view: drawn, panel }: QueueScreenProps) {
  const view = useLiveQueue(drawn);
  const { search, counts, page } = view;
  const { rows } = page;
  const order = useMemo(() => rows.map(({ id }) => id), [rows]);
  const above = useNewAbove();
  const now = useNow();
  const { openId, open, close } = useOpenLead(view);
  const [cursorId, setCursorId] = useState<string>();
  const selectedId = openId ?? cursorId;
  const next = useNextLead(search);
  const step = (by: number) => {
    const at = order.indexOf(selectedId ?? '');
    // When the open lead has left the list, the cursor stands on the one that took its place.
    const instead = cursorId && at < 0 ? order.indexOf(cursorId) - (by > 0 ? 1 : 0) : -1;
    const from = at < 0 ? instead : at;
    const row = rows[Math.min(rows.length - 1, Math.max(0, from + by))];
    if (!row) return;
    document.getElementById(`lead-${row.id}`)?.scrollIntoView({ block: 'nearest' });
    setCursorId(row.id);
    if (openId) open(row.id);
  };
  const goOn = useCallback(
    (leadId: string) => {
      const at = rows.findIndex(({ id }) => id === leadId);
      const following = rows[at + 1] ?? rows[at - 1];
      if (at >= 0 && following) open(following.id);
    },
    [rows, open],
  );
  useShortcut('j', 'Next row', () => step(1), { group: 'Queue' });
  useShortcut('k', 'Row before', () => step(-1), { group: 'Queue' });
  useShortcut('Enter', 'Open the row', () => cursorId && open(cursorId), {
    group: 'Queue',
    enabled: !openId && cursorId !== undefined,
  });
  useShortcut('n', 'Take the next free lead', next.take, { group: 'Queue', enabled: view.mayWork });
  return (
    <>
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
      <PageSplit>
        <PageBody>
          <NewAbove count={above.count} onShow={above.clear} />
          <QueueFilters view={view} />
          {view.tiers.some(({ action }) => action === 'hold') ? <HeldNote /> : null}
          <SteadyList
            key={toQueueAddress(search, { lead: undefined })}
            order={order}
            elementId={(id) => `lead-${id}`}
            focusId={selectedId}
            onAbove={above.add}
            onLost={setCursorId}
          >
            {rows.length > 0 ? (
              <QueueTable
                rows={rows}
                first={page.first}
                tab={search.tab}
                selectedId={selectedId}
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
        {openId ? (
          <SidePanel label="Lead" onClose={close}>
            <AfterLeaving value={goOn}>{openId === search.lead ? panel : <PanelSkeleton />}</AfterLeaving>
          </SidePanel>
        ) : null}
      </PageSplit>
    </>
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

/** The open lead lives in the address; the row is marked at once, and the panel follows. */
function useOpenLead({ search }: QueueView) {
  const router = useRouter();
  const [, startTransition] = useTransition();
  const [openId, setOpenId] = useOptimistic(search.lead);
  const open = useCallback(
    (lead: string) =>
      startTransition(() => {
        setOpenId(lead);
        const address = toQueueAddress(search, { lead });
        if (search.lead) router.replace(address, { scroll: false });
        else router.push(address, { scroll: false });
      }),
    [router, search, setOpenId],
  );
  const close = useCallback(
    () =>
      startTransition(() => {
        setOpenId(undefined);
        router.push(toQueueAddress(search, { lead: undefined }), { scroll: false });
      }),
    [router, search, setOpenId],
  );
  return { openId, open, close };
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
