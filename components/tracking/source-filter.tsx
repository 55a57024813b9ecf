'use client';

import { useRouter } from 'next/navigation';
import { useTransition } from 'react';
import { Select } from '@/components/ui/select';
import { toRejectedAddress } from '@/lib/tracking/rejected-address';
import type { RejectedView } from '@/lib/tracking/loaders';

/** Shows the rejected events of one source alone; the choice lives in the address. */
export function SourceFilter({ address, sources }: Pick<RejectedView, 'address' | 'sources'>) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const choose = (source: string) =>
    startTransition(() => router.push(toRejectedAddress(address, { source: source || undefined })));
  return (
    <Select
      aria-label="Source"
      aria-busy={pending || undefined}
      placeholder="Every source"
      options={sources.map(({ id, name }) => ({ value: id, label: name }))}
      value={address.source ?? ''}
      onChange={(event) => choose(event.target.value)}
      className="max-w-64"
    />
  );
}
