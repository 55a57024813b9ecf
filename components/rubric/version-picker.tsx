'use client';

import { useRouter } from 'next/navigation';
import { Select } from '@/components/ui/select';
import type { RubricVersionSummary } from '@/lib/rubrics/data';

export interface VersionPickerProps {
  versions: readonly RubricVersionSummary[];
  from?: number;
  to?: number;
}

/** Chooses the two versions that are compared; the choice is in the address. */
export function VersionPicker({ versions, from, to }: VersionPickerProps) {
  const router = useRouter();
  const options = versions.map(({ number, live }) => ({
    value: String(number),
    label: `v${number}${live ? ', live' : ''}`,
  }));
  const show = (first: string, second: string) => router.push(`/rubric/compare?from=${first}&to=${second}`);
  const [first, second] = [String(from ?? ''), String(to ?? '')];
  return (
    <span className="flex items-center gap-2">
      <Select
        aria-label="From version"
        className="w-28 max-sm:w-20"
        options={options}
        value={first}
        onChange={(event) => show(event.target.value, second)}
      />
      <span aria-hidden className="text-faint">
        →
      </span>
      <Select
        aria-label="To version"
        className="w-28 max-sm:w-20"
        options={options}
        value={second}
        onChange={(event) => show(first, event.target.value)}
      />
    </span>
  );
}
