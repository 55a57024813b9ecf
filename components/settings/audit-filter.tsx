'use client';

import { useRouter } from 'next/navigation';
import { useTransition } from 'react';
import { Select } from '@/components/ui/select';

export interface AuditFilterProps {
  /** The action shown alone; empty for all. */
  action: string;
  actions: readonly { value: string; label: string }[];
}

/** Shows one kind of action alone; the choice lives in the address. */
export function AuditFilter({ action, actions }: AuditFilterProps) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const choose = (value: string) =>
    startTransition(() =>
      router.push(value === '' ? '/settings/audit' : `/settings/audit?action=${encodeURIComponent(value)}`),
    );
  return (
    <Select
      aria-label="Action"
      aria-busy={pending || undefined}
      placeholder="Every action"
      options={actions}
      value={action}
      onChange={(event) => choose(event.target.value)}
      className="max-w-64"
    />
  );
}
