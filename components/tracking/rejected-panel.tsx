'use client';

import { useRouter } from 'next/navigation';
import { CopyBlock } from '@/components/ui/copy-text';
import { InstantTime } from '@/components/ui/relative-time';
import { PanelSection, SidePanel } from '@/components/ui/side-panel';
import type { RejectedView } from '@/lib/tracking/loaders';

export interface RejectedPanelProps {
  open: NonNullable<RejectedView['open']>;
  closeHref: string;
}

/** One rejected event, with the message as it came. */
export function RejectedPanel({ open, closeHref }: RejectedPanelProps) {
  const router = useRouter();
  return (
    <SidePanel label="Rejected event" onClose={() => router.push(closeHref, { scroll: false })}>
      <PanelSection title={open.eventName ?? open.messageType ?? 'Unreadable'}>
        <p>{open.reason}</p>
        {open.path ? <p className="font-mono text-xs text-soft">{open.path}</p> : null}
        <p className="mt-1 text-xs text-faint">
          {open.sourceName} · <InstantTime at={open.receivedAt} format="long" />
        </p>
      </PanelSection>
      <PanelSection title="The message as it came">
        <CopyBlock label="The message" text={open.payload} />
      </PanelSection>
    </SidePanel>
  );
}
