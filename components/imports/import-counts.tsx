import { formatNumber } from '@/components/ui/format';
import type { ImportEntry } from '@/lib/imports/data';

/** New, updated, unchanged and rejected rows, side by side. */
export function ImportCounts({
  entry,
}: {
  entry: Pick<ImportEntry, 'created' | 'updated' | 'unchanged' | 'rejected'>;
}) {
  const counts = [
    { label: 'New', count: entry.created, note: 'stored for the first time' },
    { label: 'Updated', count: entry.updated, note: 'completed or changed' },
    { label: 'Unchanged', count: entry.unchanged, note: 'stored already' },
    { label: 'Rejected', count: entry.rejected, note: 'with a reason each' },
  ];
  return (
    <dl className="grid grid-cols-4 max-md:grid-cols-2">
      {counts.map(({ label, count, note }) => (
        <div
          key={label}
          className="border-line p-3 not-first:border-l max-md:nth-3:border-l-0 max-md:nth-[n+3]:border-t"
        >
          <dt className="text-xs text-soft">{label}</dt>
          <dd className={`text-lg font-semibold ${label === 'Rejected' && count > 0 ? 'text-bad' : ''}`}>
            {formatNumber(count)}
          </dd>
          <dd className="text-xs text-faint">{note}</dd>
        </div>
      ))}
    </dl>
  );
}
