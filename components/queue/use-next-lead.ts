'use client';

import { useRef, useTransition } from 'react';
import { useRouter } from 'next/navigation';
import { useToast } from '@/components/ui/toast';
import { takeNextLeadAction } from '@/lib/queue/actions';
import { LOCK_MINUTES } from '@/lib/queue/constants';
import { toQueueAddress } from '@/lib/queue/queue-address';
import type { QueueSearch } from '@/lib/queue/schema';

/** Takes the best free lead under the queue's filters and opens it among the viewer's own. */
export function useNextLead(search: QueueSearch) {
  const router = useRouter();
  const show = useToast();
  const [busy, startTransition] = useTransition();
  // A key held down takes one lead, not as many as it repeats.
  const taking = useRef(false);
  const take = () => {
    if (taking.current) return;
    taking.current = true;
    startTransition(async () => {
      const { q, tier, source, country, industry, size, added } = search;
      const asked = { q, tier, source, country, industry, size, added };
      const result = await takeNextLeadAction(asked).finally(() => {
        taking.current = false;
      });
      if (!result.ok) return show({ title: result.message, tone: 'bad' });
      if (!result.value)
        return show({ title: 'No lead is free', description: 'Every lead here has an owner.' });
      show({
        title: `Yours for ${LOCK_MINUTES} minutes`,
        description: 'Log a call or an e-mail to keep it.',
      });
      const start = { tab: 'mine', owner: undefined, after: undefined, before: undefined } as const;
      router.push(toQueueAddress(search, { ...start, lead: result.value.leadId }), { scroll: false });
    });
  };
  return { busy, take };
}
