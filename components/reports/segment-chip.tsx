import { Chip } from '@/components/ui/chip';
import type { Period } from '@/lib/reports/period';
import { saySegment } from './report-words';

export interface SegmentChipProps {
  period: Period;
  /** Where the same of all leads is listed. */
  hrefOf: (period: Period) => string;
}

/** The segment that a list is cut down to, to be taken away; nothing when there is none. */
export function SegmentChip({ period, hrefOf }: SegmentChipProps) {
  if (!period.segment) return null;
  return (
    <Chip on removeHref={hrefOf({ ...period, segment: undefined })} removeLabel="All leads">
      {saySegment(period.segment)}
    </Chip>
  );
}
