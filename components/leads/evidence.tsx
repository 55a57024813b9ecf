import { InstantTime, RelativeTime } from '@/components/ui/relative-time';
import type { WhyRow } from '@/lib/leads/why-table';

const SHOWN = 3;

/** What a criterion was seen by: the values that matched, or when it happened. */
export function Evidence({ row }: { row: WhyRow }) {
  const { values, instants, ofCompany } = row;
  const [latest, ...older] = instants;
  if (latest === undefined) return values.length > 0 ? <>{values.join(', ')}</> : null;
  return (
    <>
      {ofCompany ? 'company, ' : null}
      <RelativeTime at={latest} />
      {older.slice(0, SHOWN - 1).map((at, index) => (
        <span key={`${at} ${index}`}>
          , <InstantTime at={at} />
        </span>
      ))}
      {older.length >= SHOWN ? ` and ${older.length - SHOWN + 1} more` : null}
    </>
  );
}
