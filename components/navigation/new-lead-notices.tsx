'use client';

import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { useStream } from '@/components/ui/use-stream';
import { isNewLead } from '@/lib/queue/is-new-lead';
import { noticeSchema } from '@/lib/queue/schema';
import { leadsDataSchema } from '@/lib/stream/schema';
import type { LeadMark } from '@/lib/stream/types';

/** Shows on the desktop that a lead has become one of the best; stands on every screen of those who want it. */
export function NewLeadNotices({ viewerId }: { viewerId: string }) {
  const router = useRouter();
  const [since] = useState(() => Date.now());
  const told = useRef(new Set<string>());
  const tell = async ({ id, tierSince }: LeadMark) => {
    // Tabs of one browser say the same thing once.
    const tag = `${id} ${tierSince}`;
    if (told.current.has(tag)) return;
    told.current.add(tag);
    const answer = await fetch(`/api/leads/${id}/notice`, { cache: 'no-store' });
    if (!answer.ok) return;
    const { name, company, tier, reason } = noticeSchema.parse(await answer.json());
    const body = [company, reason].filter(Boolean).join(' · ');
    const notice = new Notification(`New ${tier}: ${name}`, { body, tag, icon: '/icon.svg' });
    notice.onclick = () => {
      window.focus();
      notice.close();
      router.push(`/queue?lead=${id}`);
    };
  };
  useStream({
    topic: 'leads',
    onData: (data) => {
      const marks = leadsDataSchema.safeParse(data).data?.marks ?? [];
      for (const mark of marks) if (isNewLead(mark, viewerId, since)) void tell(mark);
    },
    onOpen: () => undefined,
  });
  return null;
}
