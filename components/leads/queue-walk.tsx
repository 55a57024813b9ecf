'use client';

import { useRouter } from 'next/navigation';
import { Kbd } from '@/components/ui/kbd';
import { useShortcut } from '@/components/ui/use-shortcut';
import type { QueuePlace } from '@/lib/queue/data';

/** "1 of 14": where the lead stands in the viewer's queue; j and k walk through it. */
export function QueueWalk({ place }: { place: QueuePlace }) {
  const router = useRouter();
  const { position, total, previousId, nextId } = place;
  useShortcut('j', 'Next lead of your queue', () => nextId && router.push(`/leads/${nextId}`));
  useShortcut('k', 'Lead before in your queue', () => previousId && router.push(`/leads/${previousId}`));
  return (
    <>
      {position} of {total} <Kbd>J</Kbd>
      <Kbd>K</Kbd>
    </>
  );
}
