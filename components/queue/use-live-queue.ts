'use client';

import { useRouter } from 'next/navigation';
import { startTransition, useEffect, useEffectEvent, useRef, useState } from 'react';
import { Pacer } from '@/components/ui/pacer';
import { useStream } from '@/components/ui/use-stream';
import type { QueueView } from '@/lib/queue/loaders';
import { toQueueAddress } from '@/lib/queue/queue-address';
import { queueRowsSchema, type QueueRows } from '@/lib/queue/schema';
import { touchesQueue } from '@/lib/queue/touches-queue';
import { leadsDataSchema } from '@/lib/stream/schema';

/** Rows are fetched no more than three times a second, the page with its panel no more than once in two seconds. */
const ROWS_REST_MS = 330;
const PAGE_REST_MS = 2_000;

/** What concerns the counts alone waits for so long. */
const COUNTS_WITHIN_MS = 5_000;

/** How often to look without being told: locks and snoozes end by themselves, and without the stream it is all there is. */
const LOOK_EVERY_MS = { live: 60_000, away: 10_000 };

const nameTiers = ({ tiers }: QueueRows) => tiers.map(({ name }) => name).join('\n');

/**
 * The queue as it is now: drawn by the server first, then kept up by what the stream says, or by looking now and then
 * while there is no stream. Rows are fetched when what changed concerns them, the page when it concerns the open lead.
 */
export function useLiveQueue(view: QueueView): QueueView {
  const router = useRouter();
  const pacers = useRef<{ rows: Pacer; page: Pacer }>(null);
  const [fresher, setFresher] = useState<{ view: QueueView; rows: QueueRows }>();
  const shown = fresher?.view === view ? { ...view, ...fresher.rows } : view;
  const fetchRows = useEffectEvent(async () => {
    const answer = await fetch(`/api${toQueueAddress(view.search, {})}`, { cache: 'no-store' });
    // The page itself leads to the sign-in page whoever is not signed in any more.
    if (answer.status === 401) return pacers.current?.page.ask();
    if (!answer.ok) return;
    const rows = queueRowsSchema.parse(await answer.json());
    // The navigation counts one's own leads too.
    if (rows.counts.mine !== view.counts.mine || nameTiers(rows) !== nameTiers(view))
      pacers.current?.page.ask();
    setFresher({ view, rows });
  });
  const refreshPage = useEffectEvent(() => startTransition(() => router.refresh()));
  useEffect(() => {
    let missed = false;
    const unlessHidden = (work: () => void | Promise<void>) => async () => {
      missed = document.hidden;
      if (!document.hidden) await work();
    };
    const rows = new Pacer(
      unlessHidden(() => fetchRows()),
      ROWS_REST_MS,
    );
    const page = new Pacer(
      unlessHidden(() => refreshPage()),
      PAGE_REST_MS,
    );
    pacers.current = { rows, page };
    const catchUp = () => {
      if (document.hidden || !missed) return;
      rows.ask();
      page.ask();
    };
    document.addEventListener('visibilitychange', catchUp);
    return () => {
      document.removeEventListener('visibilitychange', catchUp);
      rows.stop();
      page.stop();
    };
  }, []);
  const state = useStream({
    topic: 'leads',
    onData: (data) => {
      const heard = leadsDataSchema.safeParse(data).data;
      if (!heard) return;
      const { tab, lead } = view.search;
      const touched = heard.more ? 'rows' : touchesQueue({ ...shown, tab }, heard.marks);
      if (touched) pacers.current?.rows.ask(touched === 'rows' ? 0 : COUNTS_WITHIN_MS);
      if (lead && heard.marks.some(({ id }) => id === lead)) pacers.current?.page.ask();
    },
    onOpen: () => pacers.current?.rows.ask(),
  });
  useEffect(() => {
    const timer = setInterval(() => pacers.current?.rows.ask(), LOOK_EVERY_MS[state]);
    return () => clearInterval(timer);
  }, [state]);
  return shown;
}
