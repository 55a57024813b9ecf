import Link from 'next/link';
import { formatCount } from '@/components/ui/format';
import type { ReportFrame } from '@/lib/reports/loaders';
import { reportAddress } from './report-address';
import { PeriodPicker } from './period-picker';
import { SegmentPicker } from './segment-picker';

/** The period of a report, and what of it is not counted yet. */
export function ReportBar({ view: { period, months, choices, unscored } }: { view: ReportFrame }) {
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-2 print:hidden">
      <PeriodPicker {...period} months={months} />
      <SegmentPicker period={period} choices={choices} />
      <Link
        href={reportAddress('/reports/print', period)}
        className="text-xs text-soft underline underline-offset-2 hover:text-text"
      >
        To print
      </Link>
      {unscored > 0 ? (
        <p role="status" className="text-xs text-warn">
          {formatCount(unscored, 'deal')} {unscored === 1 ? 'is' : 'are'} still being scored as of the first
          engagement and not counted yet.
        </p>
      ) : null}
    </div>
  );
}
