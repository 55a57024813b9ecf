'use client';

import { useState } from 'react';
import { CopyBlock, CopyText } from '@/components/ui/copy-text';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { writeInstallText, type InstallKind } from '@/lib/tracking/install-text';

const KINDS: readonly { value: InstallKind; label: string; note: string }[] = [
  {
    value: 'snippet',
    label: 'Website',
    note: 'For pages without Segment. Stores nothing in the browser until the page says that the visitor agreed, and sends nothing for those who ask not to be tracked. The page’s origin must be allowed.',
  },
  {
    value: 'analytics-next',
    label: 'analytics.js',
    note: 'Segment’s client for browsers, unchanged but for the host. The page’s origin must be allowed.',
  },
  {
    value: 'analytics-node',
    label: 'Node',
    note: 'Segment’s client for servers, unchanged but for the host. Those for other languages take a host too.',
  },
  { value: 'curl', label: 'HTTP', note: 'Anything that can post JSON; the write key is the user name.' },
];

/** How a source is installed, ready to be copied. */
export function InstallText({ writeKey }: { writeKey: string }) {
  const [value, setValue] = useState<string>('snippet');
  const kind = KINDS.find((one) => one.value === value);
  if (!kind) return null;
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-x-2">
        <span className="text-xs text-soft">Write key</span>
        <CopyText label="the write key" text={writeKey} />
      </div>
      <SegmentedControl
        label="What sends"
        segments={KINDS}
        value={value}
        onValueChange={setValue}
        className="self-start"
      />
      <p className="text-xs text-soft">{kind.note}</p>
      <CopyBlock
        key={kind.value}
        label={`${kind.label}: install text`}
        text={writeInstallText(kind.value, { origin: window.location.origin, writeKey })}
      />
    </div>
  );
}
