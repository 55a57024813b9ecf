'use client';

import { usePathname, useRouter } from 'next/navigation';
import { useTransition } from 'react';
import { Select } from '@/components/ui/select';
import { reportAddress, type PeriodMonths } from './report-address';
import { formatShortMonth } from './report-words';

export interface PeriodPickerProps extends PeriodMonths {
  /** Months on offer, newest first. */
  months: readonly string[];
}

/** First and last month of the report; the choice lives in the address. */
export function PeriodPicker({ from, to, by, segment, months }: PeriodPickerProps) {
  const router = useRouter();
  const path = usePathname();
  const [busy, startTransition] = useTransition();
  const options = months.map((month) => ({ value: month, label: formatShortMonth(month) }));
  const show = (next: PeriodMonths) =>
    startTransition(() => router.push(reportAddress(path, next), { scroll: false }));
  return (
    <div
      role="group"
      aria-label="Leads first engaged"
      aria-busy={busy}
      className="flex shrink-0 items-center gap-1.5 text-xs text-soft aria-busy:opacity-60"
    >
      <span className="whitespace-nowrap max-sm:hidden">First engaged</span>
      <Select
        aria-label="From month"
        value={from}
        options={options}
        onChange={({ target: { value } }) => show({ by, segment, from: value, to: value > to ? value : to })}
        className="w-28"
      />
      <span aria-hidden>–</span>
      <Select
        aria-label="To month"
        value={to}
        options={options}
        onChange={({ target: { value } }) =>
          show({ by, segment, from: value < from ? value : from, to: value })
        }
        className="w-28"
      />
    </div>
  );
}
