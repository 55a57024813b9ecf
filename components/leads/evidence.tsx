import { InstantTime, RelativeTime } from '@/components/ui/relative-time';
import type { WhyRow } from '@/lib/leads/why-table';

const SHOWN = 3;

/** What a criterion was seen by: the values that matched, or when it happened. */
export function Evidence({ row }: { row: WhyRow }) {
  const { values, instants, count, ofCompany } = row;
  const [latest, ...older] = instants;
  if (latest === undefined) return values.length > 0 ? <>{values.join(', ')}</> : null;
  return (
    <>
      {ofCompany ? 'company, ' : null}
      {older.length >= SHOWN ? `${count} times, last ` : null}
      <RelativeTime at={latest} />
      {older.length < SHOWN
        ? older.map((at) => (
            <span key={at}>
              , <InstantTime at={at} />
            </span>
          ))
        : null}
    </>
  );
}
