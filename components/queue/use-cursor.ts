'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useOptimistic, useState, useTransition } from 'react';
import { useShortcut } from '@/components/ui/use-shortcut';
import type { QueueView } from '@/lib/queue/loaders';
import { toQueueAddress } from '@/lib/queue/queue-address';

/** The row that the keys stand on, and the lead that is open beside the list. */
export function useCursor(view: QueueView, order: readonly string[]) {
  const { openId, open, close } = useOpenLead(view);
  const [cursorId, setCursorId] = useState<string>();
  const selectedId = openId ?? cursorId;
  const step = (by: number) => {
    const at = order.indexOf(selectedId ?? '');
    // When the open lead has left the list, the cursor stands on the one that took its place.
    const instead = cursorId && at < 0 ? order.indexOf(cursorId) - (by > 0 ? 1 : 0) : -1;
    const from = at < 0 ? instead : at;
    const id = order[Math.min(order.length - 1, Math.max(0, from + by))];
    if (!id) return;
    document.getElementById(`lead-${id}`)?.scrollIntoView({ block: 'nearest' });
    setCursorId(id);
    if (openId) open(id);
  };
  useShortcut('j', 'Next row', () => step(1), { group: 'Queue' });
  useShortcut('k', 'Row before', () => step(-1), { group: 'Queue' });
  useShortcut('Enter', 'Open the row', () => cursorId && open(cursorId), {
    group: 'Queue',
    enabled: !openId && cursorId !== undefined,
  });
  return { openId, open, close, selectedId, setCursorId };
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
