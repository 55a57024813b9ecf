'use client';

import { usePathname } from 'next/navigation';
import { SegmentFilters, type SegmentFiltersProps } from '@/components/leads/segment-filters';
import type { Segment } from '@/lib/reports/schema';
import { reportAddress, type PeriodMonths } from './report-address';

export interface SegmentPickerProps {
  period: PeriodMonths;
  choices: SegmentFiltersProps['choices'];
}

const WHOLE: Segment = { source: [], country: [], industry: [], size: [] };

/** The part of the market that the report is cut down to; the choice lives in the address. */
export function SegmentPicker({ period, choices }: SegmentPickerProps) {
  const path = usePathname();
  const { segment = WHOLE } = period;
  return (
    <div role="group" aria-label="Which leads" className="flex flex-wrap items-center gap-1.5">
      <SegmentFilters
        segment={segment}
        choices={choices}
        hrefWith={(change) => reportAddress(path, { ...period, segment: { ...segment, ...change } })}
        withAdded={false}
      />
    </div>
  );
}
